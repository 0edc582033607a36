# wrong answer
# zeroes the caller's activations
import numpy as np


def dropout_forward(x, p, u, training):
    if not 0 <= p <= 1:
        raise ValueError
    if not training:
        return x, (np.zeros(x.shape, bool), 1.0)
    drop = u < p
    scale = 0.0 if p == 1 else 1 / (1 - p)
    x[drop] = 0
    x *= scale
    return x, (drop, scale)


def dropout_backward(dout, cache):
    drop, scale = cache
    return np.where(drop, 0, dout) * scale
