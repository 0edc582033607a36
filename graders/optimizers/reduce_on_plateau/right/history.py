"""Keeps all losses and recounts."""

import math


class ReduceOnPlateau:
    def __init__(self, lr, factor=0.1, patience=10, min_lr=0.0):
        self.first = lr
        self.factor = factor
        self.patience = patience
        self.min_lr = min_lr
        self.losses = []

    def step(self, loss):
        self.losses.append(loss)
        lr, best, bad = self.first, math.inf, 0
        for each in self.losses:
            if not math.isnan(each) and each < best:
                best, bad = each, 0
                continue
            bad += 1
            if bad == self.patience + 1:
                lr, bad = max(lr * self.factor, self.min_lr), 0
        return lr
