"""Two boolean masks, as in many textbooks' code; tanh through the sigmoid."""

import numpy as np


def _stable(x):
    x = np.asarray(x)
    out = np.empty(x.shape, dtype=x.dtype if x.dtype.kind == "f" else np.float64)
    positive = x >= 0
    out[positive] = 1.0 / (1.0 + np.exp(-x[positive]))
    grown = np.exp(x[~positive])
    out[~positive] = grown / (1.0 + grown)
    return out


def sigmoid_forward(x):
    out = _stable(x)
    return out, {"out": out}


def sigmoid_backward(dout, cache):
    out = cache["out"]
    return dout * (out - out**2)


def tanh_forward(x):
    out = 2.0 * _stable(2 * x) - 1.0
    return out, {"out": out}


def tanh_backward(dout, cache):
    out = cache["out"]
    return dout * (1.0 - out) * (1.0 + out)
