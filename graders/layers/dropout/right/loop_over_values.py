"""One value at a time."""

import numpy as np


def dropout_forward(x, p, u, training):
    if not 0 <= p <= 1:
        raise ValueError
    keep = np.zeros(x.shape, bool)
    for at in np.ndindex(*x.shape):
        keep[at] = u[at] >= p or not training
    scale = 1 / (1 - p) if training and p < 1 else 1.0
    return dropout_backward(x, (keep, scale)), (keep, scale)


def dropout_backward(dout, cache):
    keep, scale = cache
    dx = np.zeros_like(dout)
    for at in np.ndindex(*dout.shape):
        if keep[at]:
            dx[at] = dout[at] * scale
    return dx
