# wrong answer
# the update is counted before the warm-up is computed (as in many copies of torch's examples)
class EMA:
    def __init__(self, params, decay, warmup=False):
        self.decay, self.warmup, self.num_updates, self.kept = decay, warmup, 0, None
        self.shadow = {k: v.copy() for k, v in params.items()}

    def update(self, params):
        self.num_updates += 1
        d = self.decay
        if self.warmup:
            d = min(self.decay, (1 + self.num_updates) / (10 + self.num_updates))
        for k, v in params.items():
            is_float = v.dtype.kind == "f"
            self.shadow[k] = self.shadow[k] - (1 - d) * (self.shadow[k] - v) if is_float else v.copy()

    def swap(self, params):
        self.kept = {k: v.copy() for k, v in params.items()}
        return {k: v.copy() for k, v in self.shadow.items()}

    def restore(self):
        if self.kept is None:
            raise RuntimeError
        kept, self.kept = self.kept, None
        return kept
