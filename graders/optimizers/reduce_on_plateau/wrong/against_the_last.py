# wrong answer
# compares with the last loss instead of the best one
class ReduceOnPlateau:
    def __init__(self, lr, factor=0.1, patience=10, min_lr=0.0):
        self.settings = (factor, patience, min_lr)
        self.lr = lr
        self.previous = float("inf")
        self.wait = 0

    def step(self, loss):
        factor, patience, min_lr = self.settings
        self.wait = 0 if loss < self.previous else self.wait + 1
        self.previous = loss
        if self.wait > patience:
            self.lr = max(factor * self.lr, min_lr)
            self.wait = 0
        return self.lr
