# wrong answer
# caches the input and differentiates as if it were the output
import numpy as np


def _sig(x):
    e = np.exp(-abs(x))
    return np.where(x > 0, 1 / (1 + e), e / (1 + e))


def sigmoid_forward(x):
    cache = x
    return _sig(x), cache


def sigmoid_backward(dout, cache):
    x = cache
    dx = dout * x * (1 - x)
    return dx


def tanh_forward(x):
    cache = x
    return 2 * _sig(2 * x) - 1, cache


def tanh_backward(dout, cache):
    x = cache
    t = 2 * _sig(2 * x) - 1
    return dout * (1 - t**2)
