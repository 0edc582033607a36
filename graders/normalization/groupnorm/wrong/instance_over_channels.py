# wrong answer
# instancenorm pools the channels: it is layer normalisation of the image
import numpy as np


def groupnorm_forward(x, num_groups, gamma, beta, eps=1e-5):
    if x.shape[1] % num_groups:
        raise ValueError("bad groups")
    g = x.reshape(len(x), num_groups, -1)
    s = np.sqrt(g.var(2) + eps)[..., None]
    xh = (g - g.mean(2)[..., None]) / s
    return xh.reshape(x.shape) * gamma[:, None, None] + beta[:, None, None], (xh, s, gamma)


def groupnorm_backward(dout, cache):
    xh, s, gamma = cache
    d = (dout * gamma[:, None, None]).reshape(xh.shape)
    dx = (d - d.mean(2)[..., None] - xh * (d * xh).mean(2)[..., None]) / s
    return dx.reshape(dout.shape), (dout * xh.reshape(dout.shape)).sum((0, 2, 3)), dout.sum((0, 2, 3))


def instancenorm(x, eps=1e-5):
    flat = x.reshape(len(x), -1)
    flat = (flat - flat.mean(1, keepdims=True)) / np.sqrt(flat.var(1, keepdims=True) + eps)
    return flat.reshape(x.shape)
