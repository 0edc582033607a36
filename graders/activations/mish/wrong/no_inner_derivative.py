# wrong answer
# forgets to differentiate softplus
import numpy as np


def mish(x):
    inner = np.logaddexp(x, 0)
    return x * np.tanh(inner)


def mish_grad(dout, x):
    inner = np.logaddexp(x, 0)
    th = np.tanh(inner)
    dth = 1 - th * th
    return (th + x * dth) * dout
