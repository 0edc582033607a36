# wrong answer
# stops reducing once the rate is at or under min_lr, but has gone below by then
class ReduceOnPlateau:
    def __init__(self, lr, factor=0.1, patience=10, min_lr=0.0):
        self.lr, self.factor, self.patience, self.min_lr = lr, factor, patience, min_lr
        self.best, self.bad = float("inf"), 0

    def step(self, loss):
        if loss < self.best:
            self.best, self.bad = loss, 0
            return self.lr
        self.bad += 1
        if self.bad > self.patience:
            self.bad = 0
            if self.lr > self.min_lr:
                self.lr *= self.factor
        return self.lr
