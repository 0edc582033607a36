# wrong answer
# (C,) broadcast as it is: along W for images
import numpy as np


def relu(x):
    return x * (x > 0)


def relu_grad(dout, x):
    return dout * np.where(x > 0, 1, 0).astype(dout.dtype)


def leaky_relu(x, slope=0.01):
    return np.where(x >= 0, x, x * slope)


def leaky_relu_grad(dout, x, slope=0.01):
    return np.where(x > 0, dout, dout * slope)


def prelu(x, alpha):
    return np.where(x >= 0, x, x * alpha)


def prelu_grad(dout, x, alpha):
    dx = np.where(x > 0, dout, dout * alpha)
    g = np.where(x > 0, 0, dout * x)
    if len(alpha) == 1:
        return dx, np.array([g.sum()], dtype=x.dtype)
    axes = tuple(i for i in range(x.ndim) if i != 1)
    return dx, g.sum(axis=axes)


def elu(x, alpha=1.0):
    return np.where(x > 0, x, alpha * np.expm1(np.minimum(x, 0)))


def elu_grad(dout, x, alpha=1.0):
    return np.where(x > 0, dout, dout * alpha * np.exp(np.minimum(x, 0)))
