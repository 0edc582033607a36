"""Counts down, with NumPy's scalars; None until there is a best loss."""

import numpy as np


class ReduceOnPlateau:
    def __init__(self, lr, factor=0.1, patience=10, min_lr=0.0):
        self.lr = np.float64(lr)
        self.factor, self.patience, self.min_lr = factor, patience, min_lr
        self.best = None
        self.left = patience

    def step(self, loss):
        improved = not np.isnan(loss) and (self.best is None or loss < self.best)
        if improved:
            self.best = loss
            self.left = self.patience
        elif self.left == 0:
            self.lr = np.maximum(self.lr * self.factor, self.min_lr)
            self.left = self.patience
        else:
            self.left -= 1
        return self.lr
