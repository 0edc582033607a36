"""Keeps every version of the weights with its share, and sums when asked."""

import numpy as np


class EMA:
    def __init__(self, params, decay, warmup=False):
        self.settings = decay, warmup
        self.history = [(1.0, {k: np.array(v) for k, v in params.items()})]
        self.backup = None

    def update(self, params):
        decay, warmup = self.settings
        n = len(self.history) - 1
        d = (1 + n) / (10 + n) if warmup and (1 + n) / (10 + n) < decay else decay
        self.history = [(share * d, old) for share, old in self.history]
        self.history.append((1 - d, {k: np.array(v) for k, v in params.items()}))

    def swap(self, params):
        self.backup = {k: np.array(v) for k, v in params.items()}
        averaged = {}
        for k, latest in self.history[-1][1].items():
            if latest.dtype.kind == "f":
                total = sum(share * np.asarray(old[k], np.float64) for share, old in self.history)
                averaged[k] = np.asarray(total, dtype=latest.dtype)
            else:
                averaged[k] = latest.copy()
        return averaged

    def restore(self):
        if self.backup is None:
            raise RuntimeError("there was no swap")
        try:
            return self.backup
        finally:
            self.backup = None
