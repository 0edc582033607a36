# wrong answer
# detach is not a copy: the average begins as the live weights themselves
import torch


class EMA:
    def __init__(self, params, decay, warmup=False):
        self.decay, self.warmup, self.n, self.saved = decay, warmup, 0, None
        self.shadow = {k: v.detach() for k, v in params.items()}

    def update(self, params):
        d = min(self.decay, (1 + self.n) / (10 + self.n)) if self.warmup else self.decay
        self.n += 1
        for k, v in params.items():
            if torch.is_floating_point(v):
                self.shadow[k] = torch.lerp(v, self.shadow[k], d)
            else:
                self.shadow[k] = v.clone()

    def swap(self, params):
        self.saved = {k: v.clone() for k, v in params.items()}
        return {k: v.clone() for k, v in self.shadow.items()}

    def restore(self):
        if self.saved is None:
            raise RuntimeError("nothing to restore")
        saved, self.saved = self.saved, None
        return saved
