# wrong answer
# statistics of a group over all images of the batch
import numpy as np


def groupnorm_forward(x, num_groups, gamma, beta, eps=1e-5):
    N, C, H, W = x.shape
    if C % num_groups:
        raise ValueError("bad groups")
    g = x.reshape(N, num_groups, C // num_groups, H, W)
    std = np.sqrt(g.var(axis=(0, 2, 3, 4), keepdims=True) + eps)
    xh = ((g - g.mean(axis=(0, 2, 3, 4), keepdims=True)) / std).reshape(x.shape)
    return xh * gamma.reshape(1, C, 1, 1) + beta.reshape(1, C, 1, 1), (xh, std, gamma, g.shape)


def groupnorm_backward(dout, cache):
    xh, std, gamma, shape = cache
    d = (dout * gamma.reshape(1, -1, 1, 1)).reshape(shape)
    x5 = xh.reshape(shape)
    ax = (0, 2, 3, 4)
    dx = (d - d.mean(ax, keepdims=True) - x5 * (d * x5).mean(ax, keepdims=True)) / std
    return dx.reshape(dout.shape), (dout * xh).sum((0, 2, 3)), dout.sum((0, 2, 3))


def instancenorm(x, eps=1e-5):
    mu = x.mean(axis=(2, 3), keepdims=True)
    return (x - mu) / np.sqrt(x.var(axis=(2, 3), keepdims=True) + eps)
