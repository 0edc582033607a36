# wrong answer
# takes every zero of the output for a dropped value
import numpy as np


def dropout_forward(x, p, u, training):
    if not 0.0 <= p <= 1.0:
        raise ValueError(p)
    if not training:
        return x, None
    q = 1.0 - p
    out = np.zeros_like(x)
    out[u >= p] = x[u >= p] / q
    return out, (out, q)


def dropout_backward(dout, cache):
    if cache is None:
        return dout
    out, q = cache
    dx = np.zeros_like(dout)
    dx[out != 0] = dout[out != 0] / q
    return dx
