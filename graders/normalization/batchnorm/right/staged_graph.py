"""The computational graph of CS231n: channels last, one line backward for each line forward."""

import numpy as np


def _rows(x):
    """(N, C) stays; (N, C, H, W) becomes (N*H*W, C)."""
    return x if x.ndim == 2 else x.transpose(0, 2, 3, 1).reshape(-1, x.shape[1])


def _unrows(rows, shape):
    if len(shape) == 2:
        return rows
    n, c, h, w = shape
    return rows.reshape(n, h, w, c).transpose(0, 3, 1, 2)


def batchnorm_forward(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    rows = _rows(x)
    if not training:
        std = np.sqrt(running_var + eps)
        centred = rows - running_mean
        out = gamma * (centred / std) + beta
        return _unrows(out, x.shape), running_mean, running_var, ("eval", centred, std, gamma)
    n = len(rows)
    if n < 2:
        raise ValueError("need at least two values per channel")
    mean = rows.mean(axis=0)
    centred = rows - mean
    squares = centred**2
    var = squares.mean(axis=0)
    std = np.sqrt(var + eps)
    inverse = 1.0 / std
    x_hat = centred * inverse
    out = x_hat * gamma + beta
    new_mean = running_mean - momentum * (running_mean - mean)
    new_var = running_var - momentum * (running_var - rows.var(axis=0, ddof=1))
    return _unrows(out, x.shape), new_mean, new_var, ("train", x_hat, gamma, centred, inverse, std)


def batchnorm_backward(dout, cache):
    d = _rows(dout)
    mode, *saved = cache
    dbeta = d.sum(axis=0)
    if mode == "eval":
        centred, std, gamma = saved
        return _unrows(d * gamma / std, dout.shape), (d * centred / std).sum(axis=0), dbeta
    x_hat, gamma, centred, inverse, std = saved
    dgamma = (d * x_hat).sum(axis=0)
    dx_hat = d * gamma
    dinverse = (dx_hat * centred).sum(axis=0)
    dcentred = dx_hat * inverse
    dstd = -dinverse / std**2
    dvar = 0.5 * dstd / std
    dsquares = np.ones_like(d) * dvar / len(d)
    dcentred = dcentred + 2 * centred * dsquares
    dmean = -dcentred.sum(axis=0)
    dx = dcentred + dmean / len(d)
    return _unrows(dx, dout.shape), dgamma, dbeta
