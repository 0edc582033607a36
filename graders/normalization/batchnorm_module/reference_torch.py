"""Batch normalisation as a module (Ioffe & Szegedy 2015), with torch's state and options."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn


class MyBatchNorm(nn.Module):
    """Normalises each channel of (N, C), (N, C, L) or (N, C, H, W)."""

    weight: Any  # each a tensor, or None
    bias: Any
    running_mean: Any
    running_var: Any
    num_batches_tracked: Any

    def __init__(
        self,
        num_features: int,
        eps: float = 1e-5,
        momentum: float | None = 0.1,
        affine: bool = True,
        track_running_stats: bool = True,
    ) -> None:
        super().__init__()
        self.eps = eps
        self.momentum = momentum
        # What is learned is a parameter, what is only kept is a buffer; what is absent is registered as None.
        self.register_parameter("weight", nn.Parameter(torch.ones(num_features)) if affine else None)
        self.register_parameter("bias", nn.Parameter(torch.zeros(num_features)) if affine else None)
        tracked = track_running_stats
        self.register_buffer("running_mean", torch.zeros(num_features) if tracked else None)
        self.register_buffer("running_var", torch.ones(num_features) if tracked else None)
        self.register_buffer("num_batches_tracked", torch.tensor(0) if tracked else None)

    def forward(self, x: Tensor) -> Tensor:
        """An array like x."""
        x = x.movedim(1, -1)  # channels last: now (C,) broadcasts, whatever the rank
        if self.training or self.running_mean is None:
            others = tuple(range(x.ndim - 1))
            mean, var = x.mean(others), x.var(others, unbiased=False)
            if self.running_mean is not None:  # so we are in training
                self.track(mean, var, count=x.numel() // len(mean))
        else:
            mean, var = self.running_mean, self.running_var
        out = (x - mean) / torch.sqrt(var + self.eps)
        if self.weight is not None:
            out = self.weight * out + self.bias
        return out.movedim(-1, 1)

    @torch.no_grad()
    def track(self, mean: Tensor, var: Tensor, count: int) -> None:
        """Moves the running statistics towards the batch's; the variance is kept unbiased."""
        self.num_batches_tracked += 1
        rate = 1 / float(self.num_batches_tracked) if self.momentum is None else self.momentum
        self.running_mean += rate * (mean - self.running_mean)
        self.running_var += rate * (var * count / (count - 1) - self.running_var)
