# wrong answer
# batch normalisation: statistics over all leading axes
import numpy as np


def layernorm_forward(x, gamma, beta, eps=1e-5):
    ax = tuple(range(x.ndim - 1))
    mu, var = x.mean(ax), x.var(ax)
    std = np.sqrt(var + eps)
    xhat = (x - mu) / std
    return xhat * gamma + beta, (xhat, std, gamma)


def layernorm_backward(dout, cache):
    xhat, std, gamma = cache
    ax = tuple(range(dout.ndim - 1))
    g = dout * gamma
    dx = (g - g.mean(ax) - xhat * (g * xhat).mean(ax)) / std
    return dx, (dout * xhat).sum(ax), dout.sum(ax)
