# one row at a time
import numpy as np


def layernorm_forward(x, gamma, beta, eps=1e-5):
    out = np.empty(x.shape, x.dtype)
    saved = {}
    for i in np.ndindex(*x.shape[:-1]):
        row = x[i] - x[i].mean()
        std = np.sqrt(row @ row / len(row) + x.dtype.type(eps))
        saved[i] = row / std, std
        out[i] = saved[i][0] * gamma + beta
    return out, (saved, gamma)


def layernorm_backward(dout, cache):
    saved, gamma = cache
    dx, dgamma, dbeta = np.empty(dout.shape, dout.dtype), np.zeros_like(gamma), np.zeros_like(gamma)
    for i, (x_hat, std) in saved.items():
        g = gamma * dout[i]
        dx[i] = (g - g.mean() - x_hat * (g @ x_hat) / len(g)) / std
        dgamma += dout[i] * x_hat
        dbeta += dout[i]
    return dx, dgamma, dbeta
