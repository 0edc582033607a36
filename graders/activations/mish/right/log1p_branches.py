"""Softplus from max and log1p, sigmoid split by the sign."""

import numpy as np


def _softplus(x):
    return np.maximum(x, 0) + np.log1p(np.exp(-np.abs(x)))


def _sigmoid(x):
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1.0, e) / (1.0 + e)


def mish(x):
    return (x * np.tanh(_softplus(x))).astype(x.dtype)


def mish_grad(dout, x):
    sp = _softplus(x)
    sech2 = 1.0 / np.cosh(np.minimum(sp, 40)) ** 2
    local = np.tanh(sp) + x * sech2 * _sigmoid(x)
    return (dout * local).astype(x.dtype)
