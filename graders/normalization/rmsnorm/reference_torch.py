"""RMSNorm, forward and backward (Zhang & Sennrich 2019, equation 4), without autograd."""

from __future__ import annotations

from typing import NamedTuple

import torch
from torch import Tensor


class Cache(NamedTuple):
    x_hat: Tensor  # x / rms, (..., D); like inv_rms at least float32
    inv_rms: Tensor  # 1 / sqrt(mean(x^2) + eps), (..., 1)
    weight: Tensor  # (D,)


def rmsnorm_forward(x: Tensor, weight: Tensor, eps: float = 1e-6) -> tuple[Tensor, Cache]:
    """Divide each row of x, (..., D), by its root mean square and scale it by weight, (D,)."""
    wide = widen(x)
    inv_rms = torch.rsqrt((wide * wide).mean(-1, keepdim=True) + eps)
    x_hat = wide * inv_rms
    out = x_hat * weight
    return out.to(x.dtype), Cache(x_hat, inv_rms, weight)


def rmsnorm_backward(dout: Tensor, cache: Cache) -> tuple[Tensor, Tensor]:
    """Gradients (dx, dweight) for dout shaped like x.

    Each x changes the rms of its whole row, which takes away the projection of the gradient on x_hat; there
    is no mean, so there is no other term.
    """
    x_hat, inv_rms, weight = cache
    wide = widen(dout)
    dweight = (wide * x_hat).sum(tuple(range(dout.ndim - 1)))
    d = weight * wide
    dx = inv_rms * (d - x_hat * (d * x_hat).mean(-1, keepdim=True))
    return dx.to(dout.dtype), dweight.to(weight.dtype)


def widen(a: Tensor) -> Tensor:
    """a, in float32 where it comes in less: the square of 300 is beyond float16."""
    return a.to(torch.promote_types(a.dtype, torch.float32))
