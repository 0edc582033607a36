# wrong answer
# log(1 + exp(x)), with a branch for large x only
import numpy as np


def _sp(x):
    return np.where(x > 30, x, np.log(1 + np.exp(np.minimum(x, 30))))


def mish(x):
    return x * np.tanh(_sp(x))


def mish_grad(dout, x):
    t = np.tanh(_sp(x))
    s = 1 / (1 + np.exp(-x))
    return dout * (t + x * s * (1 - t**2))
