# wrong answer
# the dropout of 2014: nothing is scaled in training, everything by 1 - p afterwards
import numpy as np


def dropout_forward(x, p, u, training):
    if not (0 <= p <= 1):
        raise ValueError("p")
    out = x.copy()
    if training:
        out[u < p] = 0
        return out, u < p
    return out * (1 - p), 1 - p


def dropout_backward(dout, cache):
    if isinstance(cache, float):
        return dout * cache
    dx = dout.copy()
    dx[cache] = 0
    return dx
