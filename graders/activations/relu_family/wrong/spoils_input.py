# wrong answer
# writes into the array it was given
import numpy as np


def relu(x):
    x[x < 0] = 0
    return x


def relu_grad(dout, x):
    dout[x <= 0] = 0
    return dout


def leaky_relu(x, slope=0.01):
    return np.where(x > 0, x, slope * x)


def leaky_relu_grad(dout, x, slope=0.01):
    return np.where(x > 0, dout, slope * dout)


def prelu(x, alpha):
    a = alpha.reshape((-1,) + (1,) * (x.ndim - 2))
    return np.where(x > 0, x, a * x)


def prelu_grad(dout, x, alpha):
    a = alpha.reshape((-1,) + (1,) * (x.ndim - 2))
    each = np.where(x > 0, 0, x * dout)
    axes = tuple(i for i in range(x.ndim) if i != 1)
    dalpha = each.sum(axes)
    return np.where(x > 0, dout, a * dout), dalpha if alpha.size > 1 else dalpha.sum(keepdims=True)


def elu(x, alpha=1.0):
    return np.where(x > 0, x, alpha * np.expm1(x))


def elu_grad(dout, x, alpha=1.0):
    return np.where(x > 0, dout, alpha * np.exp(x) * dout)
