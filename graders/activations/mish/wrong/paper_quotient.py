# wrong answer
# the derivative as the paper writes it, which overflows
import numpy as np


def mish(x):
    sp = np.maximum(x, 0) + np.log1p(np.exp(-np.abs(x)))
    return x * np.tanh(sp)


def mish_grad(dout, x):
    ex = np.exp(x)
    omega = 4 * (x + 1) + 4 * ex**2 + ex**3 + ex * (4 * x + 6)
    delta = 2 * ex + ex**2 + 2
    return dout * ex * omega / delta**2
