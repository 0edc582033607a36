"""tanh(ln u) as a quotient of polynomials in w = e^x, clipped where the quotient is 1 anyway."""

import numpy as np


def _factor(x):
    w = np.exp(np.minimum(x, 20))
    n = w * (w + 2)
    return n / (n + 2)


def mish(x):
    return x * _factor(x)


def mish_grad(dout, x):
    # the paper's e^x omega / delta^2, on the clipped exponential
    w = np.exp(np.minimum(x, 20))
    delta = w * w + 2 * w + 2
    slope = 4 * w * (w + 1) / delta**2
    return dout * (_factor(x) + np.minimum(x, 20) * slope)
