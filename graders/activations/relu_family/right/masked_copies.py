"""Copies of the input with the lower branch written in through a mask; PReLU channel by channel."""

import numpy as np


def relu(x):
    out = x.copy()
    out[out < 0] = 0
    return out


def relu_grad(dout, x):
    dx = np.array(dout, copy=True)
    dx[x <= 0] = 0
    return dx


def leaky_relu(x, slope=0.01):
    out = x.copy()
    out[x < 0] *= slope
    return out


def leaky_relu_grad(dout, x, slope=0.01):
    dx = dout.copy()
    dx[x <= 0] *= slope
    return dx


def prelu(x, alpha):
    out = np.empty_like(x)
    for c in range(x.shape[1]):
        out[:, c] = leaky_relu(x[:, c], alpha[c if len(alpha) > 1 else 0])
    return out


def prelu_grad(dout, x, alpha):
    dx, dalpha = np.empty_like(x), np.zeros_like(alpha)
    for c in range(x.shape[1]):
        k = c if len(alpha) > 1 else 0
        low = x[:, c] <= 0
        dx[:, c] = leaky_relu_grad(dout[:, c], x[:, c], alpha[k])
        dalpha[k] += np.dot(x[:, c][low], dout[:, c][low])
    return dx, dalpha


def elu(x, alpha=1.0):
    out = x.copy()
    low = x <= 0
    out[low] = alpha * np.expm1(x[low])
    return out


def elu_grad(dout, x, alpha=1.0):
    dx = dout.copy()
    low = x <= 0
    dx[low] *= alpha * np.exp(x[low])
    return dx
