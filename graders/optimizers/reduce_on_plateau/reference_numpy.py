"""Reduce the learning rate when the loss has stopped falling, as torch's ReduceLROnPlateau does."""

from __future__ import annotations

import math


class ReduceOnPlateau:
    """Multiplies lr by factor after more than patience epochs in a row without a new best loss."""

    def __init__(self, lr: float, factor: float = 0.1, patience: int = 10, min_lr: float = 0.0) -> None:
        self.lr = lr
        self.factor = factor
        self.patience = patience
        self.min_lr = min_lr
        self.best = math.inf
        self.bad_epochs = 0

    def step(self, loss: float) -> float:
        """Take the loss of the epoch that ended; the learning rate from now on."""
        if loss < self.best:  # not so for NaN, which counts as bad
            self.best = loss
            self.bad_epochs = 0
        else:
            self.bad_epochs += 1
        if self.bad_epochs > self.patience:
            self.lr = max(self.lr * self.factor, self.min_lr)
            self.bad_epochs = 0
        return self.lr
