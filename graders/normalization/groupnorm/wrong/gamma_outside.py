# wrong answer
# gamma is multiplied on after the means, though it differs within a group
import numpy as np


def groupnorm_forward(x, num_groups, gamma, beta, eps=1e-5):
    if x.shape[1] % num_groups:
        raise ValueError("bad groups")
    g = x.reshape(len(x), num_groups, -1)
    s = np.sqrt(g.var(2, keepdims=True) + eps)
    xh = (g - g.mean(2, keepdims=True)) / s
    return xh.reshape(x.shape) * gamma[:, None, None] + beta[:, None, None], (xh, s, gamma)


def groupnorm_backward(dout, cache):
    xh, s, gamma = cache
    d = dout.reshape(xh.shape)
    dx = (d - d.mean(2, keepdims=True) - xh * (d * xh).mean(2, keepdims=True)) / s
    dgamma = (dout * xh.reshape(dout.shape)).sum((0, 2, 3))
    return gamma[:, None, None] * dx.reshape(dout.shape), dgamma, dout.sum((0, 2, 3))


def instancenorm(x, eps=1e-5):
    mu = x.mean(axis=(2, 3), keepdims=True)
    return (x - mu) / np.sqrt(x.var(axis=(2, 3), keepdims=True) + eps)
