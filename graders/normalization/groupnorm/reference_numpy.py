"""Group normalisation (Wu & He 2018, equations 1 to 7) and, as its limit, instance normalisation."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating[Any]]


class Cache(NamedTuple):
    x_hat: Array  # the normalised input, (N, G, C/G * H * W)
    inv_std: Array  # 1 / sqrt(var + eps), (N, G, 1)
    gamma: Array  # (C,)


def groupnorm_forward(
    x: Array, num_groups: int, gamma: Array, beta: Array, eps: float = 1e-5
) -> tuple[Array, Cache]:
    """Normalise x, (N, C, H, W), over each group of C/num_groups consecutive channels of each image."""
    n, c, _, _ = x.shape
    if c % num_groups:
        raise ValueError(f"{c} channels do not split into {num_groups} groups")
    x_hat, inv_std = normalise(x.reshape(n, num_groups, -1), eps)
    out = per_channel(gamma) * x_hat.reshape(x.shape) + per_channel(beta)
    return out, Cache(x_hat, inv_std, gamma)


def groupnorm_backward(dout: Array, cache: Cache) -> tuple[Array, Array, Array]:
    """Gradients (dx, dgamma, dbeta) for dout, (N, C, H, W).

    dx is layer normalisation's, with a group in place of a row; dgamma and dbeta are per channel, as in batch
    normalisation.
    """
    x_hat, inv_std, gamma = cache
    dgamma = (dout * x_hat.reshape(dout.shape)).sum((0, 2, 3))
    dbeta = dout.sum((0, 2, 3))
    d = (per_channel(gamma) * dout).reshape(x_hat.shape)
    through_mean = d.mean(-1, keepdims=True)
    through_var = x_hat * (d * x_hat).mean(-1, keepdims=True)
    dx = inv_std * (d - through_mean - through_var)
    return dx.reshape(dout.shape), dgamma, dbeta


def instancenorm(x: Array, eps: float = 1e-5) -> Array:
    """Normalise each channel of each image of x, (N, C, H, W), by itself: groups of one channel."""
    n, c, _, _ = x.shape
    return normalise(x.reshape(n, c, -1), eps)[0].reshape(x.shape)


def normalise(rows: Array, eps: float) -> tuple[Array, Array]:
    """(rows normalised over the last axis, 1 / their standard deviation)."""
    inv_std = 1 / np.sqrt(rows.var(-1, keepdims=True) + eps)
    return (rows - rows.mean(-1, keepdims=True)) * inv_std, inv_std


def per_channel(a: Array) -> Array:
    """(C,) as (C, 1, 1), to broadcast over H and W."""
    return a.reshape(-1, 1, 1)
