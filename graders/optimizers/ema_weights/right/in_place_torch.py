"""mul_ and add_ on its own tensors."""

import torch


class EMA:
    def __init__(self, params, decay, warmup=False):
        self.decay, self.warmup, self.updates = decay, warmup, 0
        self.shadow = {name: p.detach().clone() for name, p in params.items()}
        self.backup = None

    @torch.no_grad()
    def update(self, params):
        d = self.decay
        if self.warmup:
            d = min(d, (1 + self.updates) / (10 + self.updates))
        for name, p in params.items():
            if p.dtype.is_floating_point:
                self.shadow[name].mul_(d).add_(p, alpha=1 - d)
            else:
                self.shadow[name].copy_(p)
        self.updates += 1

    def swap(self, params):
        self.backup = {name: p.detach().clone() for name, p in params.items()}
        return {name: p.clone() for name, p in self.shadow.items()}

    def restore(self):
        if self.backup is None:
            raise RuntimeError("restore() without swap()")
        backup, self.backup = self.backup, None
        return backup
