# rule violation
import torch


class EMA:
    def __init__(self, params, decay, warmup=False):
        self.decay, self.backup = decay, None
        self.shadow = {k: v.clone() for k, v in params.items()}

    def update(self, params):
        average = torch.optim.swa_utils.get_ema_multi_avg_fn(self.decay)
        average(list(self.shadow.values()), list(params.values()), None)

    def swap(self, params):
        self.backup = {k: v.clone() for k, v in params.items()}
        return {k: v.clone() for k, v in self.shadow.items()}

    def restore(self):
        if self.backup is None:
            raise RuntimeError("swap first")
        return self.backup
