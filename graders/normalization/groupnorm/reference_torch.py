"""Group normalisation (Wu & He 2018, equations 1 to 7) and instance normalisation, no autograd."""

from __future__ import annotations

from typing import NamedTuple

import torch
from torch import Tensor


class Cache(NamedTuple):
    x_hat: Tensor  # the normalised input, (N, G, C/G * H * W)
    inv_std: Tensor  # 1 / sqrt(var + eps), (N, G, 1)
    gamma: Tensor  # (C,)


def groupnorm_forward(
    x: Tensor, num_groups: int, gamma: Tensor, beta: Tensor, eps: float = 1e-5
) -> tuple[Tensor, Cache]:
    """Normalise x, (N, C, H, W), over each group of C/num_groups consecutive channels of each image."""
    n, c, _, _ = x.shape
    if c % num_groups:
        raise ValueError(f"{c} channels do not split into {num_groups} groups")
    x_hat, inv_std = normalise(x.reshape(n, num_groups, -1), eps)
    out = per_channel(gamma) * x_hat.reshape(x.shape) + per_channel(beta)
    return out, Cache(x_hat, inv_std, gamma)


def groupnorm_backward(dout: Tensor, cache: Cache) -> tuple[Tensor, Tensor, Tensor]:
    """Gradients (dx, dgamma, dbeta) for dout, (N, C, H, W).

    dx is layer normalisation's, with a group in place of a row; dgamma and dbeta are per channel, as in batch
    normalisation.
    """
    x_hat, inv_std, gamma = cache
    dgamma = (dout * x_hat.reshape(dout.shape)).sum((0, 2, 3))
    dbeta = dout.sum((0, 2, 3))
    d = (per_channel(gamma) * dout).reshape(x_hat.shape)
    through_mean = d.mean(-1, keepdim=True)
    through_var = x_hat * (d * x_hat).mean(-1, keepdim=True)
    dx = inv_std * (d - through_mean - through_var)
    return dx.reshape(dout.shape), dgamma, dbeta


def instancenorm(x: Tensor, eps: float = 1e-5) -> Tensor:
    """Normalise each channel of each image of x, (N, C, H, W), by itself: groups of one channel."""
    n, c, _, _ = x.shape
    return normalise(x.reshape(n, c, -1), eps)[0].reshape(x.shape)


def normalise(rows: Tensor, eps: float) -> tuple[Tensor, Tensor]:
    """(rows normalised over the last axis, 1 / their standard deviation)."""
    inv_std = torch.rsqrt(rows.var(-1, keepdim=True, unbiased=False) + eps)
    return (rows - rows.mean(-1, keepdim=True)) * inv_std, inv_std


def per_channel(a: Tensor) -> Tensor:
    """(C,) as (C, 1, 1), to broadcast over H and W."""
    return a.reshape(-1, 1, 1)
