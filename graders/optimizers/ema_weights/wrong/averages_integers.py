# wrong answer
# averages the counters as well and casts them back
import numpy as np


class EMA:
    def __init__(self, params, decay, warmup=False):
        self.decay, self.warmup, self.n = decay, warmup, 0
        self.shadow = {k: np.array(v) for k, v in params.items()}
        self.saved = None

    def update(self, params):
        d = min(self.decay, (1 + self.n) / (10 + self.n)) if self.warmup else self.decay
        self.n += 1
        for k, v in params.items():
            self.shadow[k] = np.asarray(d * self.shadow[k] + (1 - d) * v).astype(v.dtype)

    def swap(self, params):
        self.saved = {k: np.array(v) for k, v in params.items()}
        return {k: np.array(v) for k, v in self.shadow.items()}

    def restore(self):
        if self.saved is None:
            raise RuntimeError("nothing to restore")
        saved, self.saved = self.saved, None
        return saved
