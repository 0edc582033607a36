"""Accumulates in float64 whatever comes in, as careful libraries do, and hands back the dtype of x."""

from dataclasses import dataclass

import numpy as np


@dataclass
class Saved:
    x: np.ndarray
    mean: np.ndarray
    std: np.ndarray
    gamma: np.ndarray
    training: bool


def _axes(x):
    return tuple(a for a in range(x.ndim) if a != 1)


def _wide(p, ndim):
    return np.expand_dims(p.astype(np.float64), (0, *range(2, ndim)))


def batchnorm_forward(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    dtype, x = x.dtype, x.astype(np.float64)
    n = x.size // x.shape[1]
    if training and n == 1:
        raise ValueError("cannot train on a single value per channel")
    if training:
        mean = x.mean(axis=_axes(x), keepdims=True)
        var = np.square(x - mean).mean(axis=_axes(x), keepdims=True)
        keep = 1.0 - momentum
        running_mean = (keep * running_mean + momentum * mean.ravel()).astype(dtype)
        running_var = (keep * running_var + momentum * n / (n - 1) * var.ravel()).astype(dtype)
    else:
        mean, var = _wide(running_mean, x.ndim), _wide(running_var, x.ndim)
    std = np.sqrt(var + eps)
    out = _wide(gamma, x.ndim) / std * x + (_wide(beta, x.ndim) - _wide(gamma, x.ndim) * mean / std)
    saved = Saved(x, mean, std, _wide(gamma, x.ndim), training)
    return out.astype(dtype), running_mean, running_var, saved


def batchnorm_backward(dout, cache):
    dtype, d = dout.dtype, dout.astype(np.float64)
    axes = _axes(d)
    z = (cache.x - cache.mean) / cache.std
    dx = d
    if cache.training:
        dx = dx - d.mean(axis=axes, keepdims=True) - z * (d * z).mean(axis=axes, keepdims=True)
    dx = cache.gamma * dx / cache.std
    return dx.astype(dtype), (d * z).sum(axis=axes).astype(dtype), d.sum(axis=axes).astype(dtype)
