# wrong answer
# reuses elu(x) + 1 as derivative, which holds for alpha = 1 only
import numpy as np


def relu(x):
    return np.maximum(0, x)


def relu_grad(dout, x):
    return (x > 0) * dout


def leaky_relu(x, slope=0.01):
    return ((x > 0) + (x <= 0) * x.dtype.type(slope)) * x


def leaky_relu_grad(dout, x, slope=0.01):
    return ((x > 0) + (x <= 0) * x.dtype.type(slope)) * dout


def prelu(x, alpha):
    xt = np.moveaxis(x, 1, -1)
    return np.moveaxis(np.where(xt > 0, xt, alpha * xt), -1, 1)


def prelu_grad(dout, x, alpha):
    xt, dt = np.moveaxis(x, 1, -1), np.moveaxis(dout, 1, -1)
    dx = np.where(xt > 0, dt, alpha * dt)
    g = (np.minimum(xt, 0) * dt).reshape(-1, x.shape[1]).sum(0)
    return np.moveaxis(dx, -1, 1), g.sum(keepdims=True) if alpha.shape[0] == 1 else g


def elu(x, alpha=1.0):
    return np.where(x > 0, x, alpha * np.expm1(np.minimum(x, 0)))


def elu_grad(dout, x, alpha=1.0):
    out = elu(x, alpha)
    local = np.where(out > 0, 1, out + 1)
    return dout * local
