"""Layer normalisation, forward and backward (Ba et al. 2016, equations 3 and 4), without autograd."""

from __future__ import annotations

from typing import NamedTuple

import torch
from torch import Tensor


class Cache(NamedTuple):
    x_hat: Tensor  # the normalised input, (..., D)
    inv_std: Tensor  # 1 / sqrt(var + eps), (..., 1)
    gamma: Tensor  # (D,)


def layernorm_forward(x: Tensor, gamma: Tensor, beta: Tensor, eps: float = 1e-5) -> tuple[Tensor, Cache]:
    """Normalise each row of x, (..., D), over its last axis; gamma and beta are (D,)."""
    mean = x.mean(-1, keepdim=True)
    var = x.var(-1, keepdim=True, unbiased=False)
    inv_std = torch.rsqrt(var + eps)
    x_hat = (x - mean) * inv_std
    out = gamma * x_hat + beta
    return out, Cache(x_hat, inv_std, gamma)


def layernorm_backward(dout: Tensor, cache: Cache) -> tuple[Tensor, Tensor, Tensor]:
    """Gradients (dx, dgamma, dbeta) for dout shaped like x.

    Mean and variance of a row depend on x, which takes away the mean of gamma * dout (d below) and its
    projection on x_hat:  dx = (d - mean(d) - x_hat * mean(d * x_hat)) / std. gamma varies within a row, so it
    stays inside the means.
    """
    x_hat, inv_std, gamma = cache
    leading = tuple(range(dout.ndim - 1))
    dgamma = (dout * x_hat).sum(leading)
    dbeta = dout.sum(leading)
    d = gamma * dout
    through_mean = d.mean(-1, keepdim=True)
    through_var = x_hat * (d * x_hat).mean(-1, keepdim=True)
    dx = inv_std * (d - through_mean - through_var)
    return dx, dgamma, dbeta
