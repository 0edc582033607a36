# wrong answer
# the state belongs to the class, so two schedulers share it
class ReduceOnPlateau:
    best = [float("inf")]
    bad = [0]

    def __init__(self, lr, factor=0.1, patience=10, min_lr=0.0):
        self.lr, self.factor, self.patience, self.min_lr = lr, factor, patience, min_lr
        self.best[0], self.bad[0] = float("inf"), 0

    def step(self, loss):
        if loss < self.best[0]:
            self.best[0], self.bad[0] = loss, 0
        else:
            self.bad[0] += 1
        if self.bad[0] > self.patience:
            self.lr, self.bad[0] = max(self.lr * self.factor, self.min_lr), 0
        return self.lr
