# wrong answer
# the formula of ELU as it is printed
import numpy as np


def relu(x):
    return np.where(x > 0, x, 0)


def relu_grad(dout, x):
    return np.where(x > 0, dout, 0)


def leaky_relu(x, slope=0.01):
    return np.where(x > 0, x, slope * x)


def leaky_relu_grad(dout, x, slope=0.01):
    return np.where(x > 0, 1, slope).astype(x.dtype) * dout


def prelu(x, alpha):
    alpha = np.expand_dims(alpha, tuple(range(1, x.ndim - 1)))
    return np.where(x > 0, x, alpha * x)


def prelu_grad(dout, x, alpha):
    view = np.expand_dims(alpha, tuple(range(1, x.ndim - 1)))
    dx = np.where(x > 0, dout, view * dout)
    prod = np.where(x < 0, x, 0) * dout
    dalpha = prod.sum(axis=(0,) + tuple(range(2, x.ndim)))
    if alpha.size == 1:
        dalpha = dalpha.sum(keepdims=True)
    return dx, dalpha


def elu(x, alpha=1.0):
    return np.where(x > 0, x, alpha * (np.exp(x) - 1))


def elu_grad(dout, x, alpha=1.0):
    return np.where(x > 0, dout, alpha * np.exp(x) * dout)
