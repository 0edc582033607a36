# wrong answer
# asks whether the loss is worse, which NaN never is
class ReduceOnPlateau:
    def __init__(self, lr, factor=0.1, patience=10, min_lr=0.0):
        self.lr, self.factor, self.patience, self.min_lr = lr, factor, patience, min_lr
        self.best = float("inf")
        self.bad = 0

    def step(self, loss):
        if loss >= self.best:
            self.bad += 1
        else:
            self.best = loss
            self.bad = 0
        if self.bad > self.patience:
            self.bad = 0
            self.lr = max(self.lr * self.factor, self.min_lr)
        return self.lr
