"""In place on its own arrays: the average moves towards the new value."""

import copy

import numpy as np


class EMA:
    def __init__(self, params, decay, warmup=False):
        self.average = copy.deepcopy(params)
        self.decay = decay
        self.warmup = warmup
        self.count = 0
        self.kept = []

    def update(self, params):
        rate = 1 - self.decay
        if self.warmup:
            rate = max(rate, 9 / (10 + self.count))
        for name, value in params.items():
            mine = self.average[name]
            if np.issubdtype(mine.dtype, np.integer):
                mine[...] = value
            else:
                mine += rate * (value - mine)
        self.count += 1

    def swap(self, params):
        self.kept.append(copy.deepcopy(params))
        return copy.deepcopy(self.average)

    def restore(self):
        if not self.kept:
            raise RuntimeError("restore without a swap")
        return self.kept.pop()
