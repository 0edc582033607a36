# wrong answer
# reduces when patience bad epochs are reached instead of exceeded
class ReduceOnPlateau:
    def __init__(self, lr, factor=0.1, patience=10, min_lr=0.0):
        self.lr, self.factor, self.patience, self.min_lr = lr, factor, patience, min_lr
        self.best, self.count = float("inf"), 0

    def step(self, loss):
        if loss < self.best:
            self.best, self.count = loss, 0
        else:
            self.count += 1
            if self.count >= self.patience:
                self.lr, self.count = max(self.lr * self.factor, self.min_lr), 0
        return self.lr
