"""Batch normalisation, forward and backward (Ioffe & Szegedy 2015, Algorithm 1)."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating[Any]]


class Cache(NamedTuple):
    x_hat: Array  # the normalised input, channels last
    slope: Array  # gamma / sqrt(var + eps), (C,)
    trained: bool  # were the statistics the batch's own, so that they depend on x?


def batchnorm_forward(
    x: Array,
    gamma: Array,
    beta: Array,
    running_mean: Array,
    running_var: Array,
    training: bool,
    momentum: float = 0.1,
    eps: float = 1e-5,
) -> tuple[Array, Array, Array, Cache]:
    """Normalise each channel of x, (N, C) or (N, C, H, W); everything else is (C,).

    Returns (out, new_running_mean, new_running_var, cache); out is shaped like x.
    """
    x = np.moveaxis(x, 1, -1)  # channels last: now (C,) broadcasts, whatever the rank
    others = tuple(range(x.ndim - 1))
    if training:
        count = x[..., 0].size
        if count < 2:
            raise ValueError("training needs more than one value per channel")
        mean, var = x.mean(others), x.var(others)
        unbiased_var = var * count / (count - 1)
        running_mean = (1 - momentum) * running_mean + momentum * mean
        running_var = (1 - momentum) * running_var + momentum * unbiased_var
    else:
        mean, var = running_mean, running_var
    inv_std = 1 / np.sqrt(var + eps)
    x_hat = (x - mean) * inv_std
    out = gamma * x_hat + beta
    return np.moveaxis(out, -1, 1), running_mean, running_var, Cache(x_hat, gamma * inv_std, training)


def batchnorm_backward(dout: Array, cache: Cache) -> tuple[Array, Array, Array]:
    """Gradients (dx, dgamma, dbeta) for dout shaped like x.

    In training the mean and the variance depend on x as well, which takes away the mean of dout and its
    projection on x_hat:  dx = slope * (dout - mean(dout) - x_hat * mean(dout * x_hat)).
    """
    x_hat, slope, trained = cache
    dout = np.moveaxis(dout, 1, -1)
    others = tuple(range(dout.ndim - 1))
    dgamma = (dout * x_hat).sum(others)
    dbeta = dout.sum(others)
    dx = slope * dout
    if trained:
        count = dout[..., 0].size
        dx -= slope * (dbeta + x_hat * dgamma) / count
    return np.moveaxis(dx, -1, 1), dgamma, dbeta
