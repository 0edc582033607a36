# wrong answer
# a mask of 0 and 1/(1-p) times x, in float64: inf * 0 is NaN, p = 1 divides by zero
import numpy as np


def dropout_forward(x, p, u, training):
    if p < 0 or p > 1:
        raise ValueError("p must be in [0, 1]")
    if training:
        mask = (u >= p) / np.float64(1 - p)
    else:
        mask = np.ones(x.shape)
    return x * mask, mask


def dropout_backward(dout, cache):
    return dout * cache
