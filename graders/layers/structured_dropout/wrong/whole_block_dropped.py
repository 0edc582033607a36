# wrong answer
# stochastic depth drops the skip path with the branch
import numpy as np


def channel_dropout(x, p, u):
    return np.where((u < p)[:, :, None, None], 0, x / (1 - p))


def dropconnect_linear(x, w, b, p, u):
    kept = np.where(u >= p, w, 0) / (1 - p)
    return x @ kept.T + b


def stochastic_depth(x, branch, p, u, training):
    out = x + branch
    if training:
        out[u < p] = 0
        out /= 1 - p
    return out
