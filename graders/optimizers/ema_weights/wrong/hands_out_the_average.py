# wrong answer
# swap returns the shadow itself
import numpy as np


class EMA:
    def __init__(self, params, decay, warmup=False):
        self.decay = decay
        self.warmup = warmup
        self.step = 0
        self.backup = {}
        self.shadow = {name: p.copy() for name, p in params.items()}

    def update(self, params):
        decay = self.decay
        if self.warmup:
            decay = min(decay, (1 + self.step) / (10 + self.step))
        self.step += 1
        for name, p in params.items():
            if p.dtype.kind == "f":
                self.shadow[name] = np.add(decay * self.shadow[name], (1 - decay) * p)
            else:
                self.shadow[name] = p.copy()

    def swap(self, params):
        self.backup = {name: p.copy() for name, p in params.items()}
        return self.shadow

    def restore(self):
        if not self.backup:
            raise RuntimeError("no backup")
        backup, self.backup = self.backup, {}
        return backup
