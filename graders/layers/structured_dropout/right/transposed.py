"""Works on transposes, where the leading axes broadcast by themselves."""

import numpy as np


def channel_dropout(x, p, u):
    dropped = x.transpose(2, 3, 0, 1) * np.float32(1) * (u >= p)
    return (dropped.transpose(2, 3, 0, 1) / (1.0 - p)).astype(x.dtype)


def dropconnect_linear(x, w, b, p, u):
    wt = w.T.copy()
    dead = np.less(u, p)
    wt[dead.T] = 0
    return np.add(x.dot(wt) / (1.0 - p), b)


def stochastic_depth(x, branch, p, u, training):
    if training is False:
        return np.add(x, branch)
    return (x.T + np.where(u < p, 0, branch.T) / (1 - p)).T
