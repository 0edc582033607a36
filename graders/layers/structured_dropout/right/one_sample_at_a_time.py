"""Loops over samples, channels and units, with lists of what survives."""

import numpy as np


def channel_dropout(x, p, u):
    out = np.zeros(x.shape, x.dtype)
    for n, c in zip(*np.nonzero(u >= p), strict=True):
        out[n, c] = x[n, c] / (1 - p)
    return out


def dropconnect_linear(x, w, b, p, u):
    columns = []
    for unit in range(len(w)):
        alive = u[unit] >= p
        columns.append(x[:, alive] @ w[unit, alive] / (1 - p) + b[unit])
    return np.stack(columns, axis=1)


def stochastic_depth(x, branch, p, u, training):
    out = x.copy()
    alive = u >= p if training else np.ones(len(x), bool)
    out[alive] += branch[alive] / (1 - p) if training else branch[alive]
    return out
