"""Caches x and works everything out again; exponents clipped where the result has long been constant."""

import numpy as np


def _logistic(x):
    return 1 / (1 + np.exp(np.clip(-x, -80, 80)))


def sigmoid_forward(x):
    return _logistic(x), (x,)


def sigmoid_backward(dout, cache):
    (x,) = cache
    return dout * _logistic(x) * _logistic(-x)


def tanh_forward(x):
    return _logistic(2 * x) - _logistic(-2 * x), (x,)


def tanh_backward(dout, cache):
    (x,) = cache
    return dout * 4 * _logistic(2 * x) * _logistic(-2 * x)
