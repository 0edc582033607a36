# wrong answer
# DropConnect masks the inputs, which is dropout: one row of draws decides for all units
import numpy as np


def channel_dropout(x, p, u):
    return np.einsum("nchw,nc->nchw", x, (u >= p).astype(x.dtype)) / (1 - p)


def dropconnect_linear(x, w, b, p, u):
    kept = np.where(u[0] >= p, x, 0) / (1 - p)
    return kept @ w.T + b


def stochastic_depth(x, branch, p, u, training):
    scale = np.ones(len(x), x.dtype)
    if training:
        scale = (u >= p).astype(x.dtype) / (1 - p)
    return x + (branch.T * scale).T
