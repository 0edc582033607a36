# replaces the buffers instead of writing into them
import torch


class MyBatchNorm(torch.nn.Module):
    def __init__(self, num_features, eps=1e-5, momentum=0.1, affine=True, track_running_stats=True):
        super().__init__()
        self.eps = eps
        self.momentum = momentum
        self.affine = affine
        self.track = track_running_stats
        if track_running_stats:
            for name, value in (("running_mean", torch.zeros), ("running_var", torch.ones)):
                self.register_buffer(name, value(num_features))
            self.register_buffer("num_batches_tracked", torch.zeros((), dtype=torch.int64))
        if affine:
            self.weight = torch.nn.Parameter(torch.ones(num_features))
            self.bias = torch.nn.Parameter(torch.zeros(num_features))

    def forward(self, x):
        flat = x.transpose(0, 1).reshape(x.size(1), -1)
        if self.track and not self.training:
            mean, var = self.running_mean, self.running_var
        else:
            var, mean = torch.var_mean(flat, dim=1, unbiased=False)
        if self.track and self.training:
            self.num_batches_tracked = self.num_batches_tracked + 1
            m = self.momentum if self.momentum is not None else 1 / self.num_batches_tracked.to(x.dtype)
            self.running_mean = ((1 - m) * self.running_mean + m * mean).detach()
            self.running_var = ((1 - m) * self.running_var + m * flat.var(1)).detach()
        flat = (flat - mean[:, None]) / (var[:, None] + self.eps).sqrt()
        if self.affine:
            flat = flat * self.weight[:, None] + self.bias[:, None]
        return flat.reshape(x.size(1), x.size(0), *x.shape[2:]).transpose(0, 1)
