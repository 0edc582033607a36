"""One number at a time with the standard library; tanh from expm1."""

import math

import numpy as np


def _each(function, x):
    dtype = x.dtype if np.issubdtype(x.dtype, np.floating) else np.float64
    return np.array([function(v) for v in x.ravel().tolist()], dtype=dtype).reshape(x.shape)


def _sigmoid(v):
    if v < 0:
        return math.exp(v) / (1 + math.exp(v))
    return 1 / (1 + math.exp(-v))


def _tanh(v):
    m = math.expm1(-2 * abs(v))
    return math.copysign(-m / (m + 2), v)


def sigmoid_forward(x):
    out = _each(_sigmoid, x)
    return out, out.copy()


def sigmoid_backward(dout, cache):
    return dout * cache * (1 - cache)


def tanh_forward(x):
    out = _each(_tanh, x)
    return out, out.copy()


def tanh_backward(dout, cache):
    return dout - dout * cache * cache
