# wrong answer
# decay weights the new value, as momentum does in batch normalisation
import copy


class EMA:
    def __init__(self, params, decay, warmup=False):
        self.decay, self.warmup, self.n, self.saved = decay, warmup, 0, None
        self.average = copy.deepcopy(params)

    def update(self, params):
        d = min(self.decay, (1 + self.n) / (10 + self.n)) if self.warmup else self.decay
        self.n += 1
        for k, v in params.items():
            if v.dtype.kind == "f":
                self.average[k] = (1 - d) * self.average[k] + d * v
            else:
                self.average[k] = v.copy()

    def swap(self, params):
        self.saved = copy.deepcopy(params)
        return copy.deepcopy(self.average)

    def restore(self):
        if self.saved is None:
            raise RuntimeError("no swap")
        saved, self.saved = self.saved, None
        return saved
