# wrong answer
# remembers the dictionary of live weights, which go on changing
import torch


class EMA:
    def __init__(self, params, decay, warmup=False):
        self.decay, self.warmup, self.n, self.backup = decay, warmup, 0, None
        self.shadow = {k: v.clone().detach() for k, v in params.items()}

    @torch.no_grad()
    def update(self, params):
        d = min(self.decay, (1 + self.n) / (10 + self.n)) if self.warmup else self.decay
        for k, v in params.items():
            if v.is_floating_point():
                self.shadow[k].mul_(d).add_(v, alpha=1 - d)
            else:
                self.shadow[k].copy_(v)
        self.n += 1

    def swap(self, params):
        self.backup = dict(params)
        return {k: v.clone() for k, v in self.shadow.items()}

    def restore(self):
        if self.backup is None:
            raise RuntimeError("swap first")
        backup, self.backup = self.backup, None
        return backup
