# wrong answer
# an uneven split makes smaller groups instead of an error
import numpy as np


def groupnorm_forward(x, num_groups, gamma, beta, eps=1e-5):
    parts, stds = [], []
    for block in np.array_split(x, num_groups, axis=1):
        mu = block.mean(axis=(1, 2, 3), keepdims=True)
        std = np.sqrt(block.var(axis=(1, 2, 3), keepdims=True) + eps)
        parts.append((block - mu) / std)
        stds.append(std)
    xh = np.concatenate(parts, axis=1)
    return xh * gamma[:, None, None] + beta[:, None, None], (parts, stds, gamma, xh)


def groupnorm_backward(dout, cache):
    parts, stds, gamma, xh = cache
    ax = (1, 2, 3)
    ds = np.array_split(dout * gamma[:, None, None], len(parts), axis=1)
    dx = [
        (d - d.mean(ax, keepdims=True) - p * (d * p).mean(ax, keepdims=True)) / s
        for d, p, s in zip(ds, parts, stds, strict=True)
    ]
    return np.concatenate(dx, axis=1), (dout * xh).sum((0, 2, 3)), dout.sum((0, 2, 3))


def instancenorm(x, eps=1e-5):
    mu = x.mean(axis=(2, 3), keepdims=True)
    return (x - mu) / np.sqrt(x.var(axis=(2, 3), keepdims=True) + eps)
