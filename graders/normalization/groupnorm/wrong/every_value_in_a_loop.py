# time limit exceeded
# the statistics are right, but one Python statement for each value
import numpy as np


def groupnorm_forward(x, num_groups, gamma, beta, eps=1e-5):
    N, C, H, W = x.shape
    if C % num_groups:
        raise ValueError("bad groups")
    size = C // num_groups
    xh, stds = np.zeros_like(x), np.zeros((N, num_groups, 1, 1), x.dtype)
    for n in range(N):
        for g in range(num_groups):
            where = [
                (n, c, i, j) for c in range(g * size, g * size + size) for i in range(H) for j in range(W)
            ]
            mean = sum(x[at] for at in where) / len(where)
            stds[n, g] = np.sqrt(sum((x[at] - mean) ** 2 for at in where) / len(where) + eps)
            for at in where:
                xh[at] = (x[at] - mean) / stds[n, g, 0, 0]
    return xh * gamma[:, None, None] + beta[:, None, None], (xh, stds, gamma, num_groups)


def groupnorm_backward(dout, cache):
    xh, stds, gamma, G = cache
    N, C, H, W = xh.shape
    size = C // G
    dx, d = np.zeros_like(xh), dout * gamma[:, None, None]
    for n in range(N):
        for g in range(G):
            where = [
                (n, c, i, j) for c in range(g * size, g * size + size) for i in range(H) for j in range(W)
            ]
            a = sum(d[at] for at in where) / len(where)
            b = sum(d[at] * xh[at] for at in where) / len(where)
            for at in where:
                dx[at] = (d[at] - a - xh[at] * b) / stds[n, g, 0, 0]
    return dx, (dout * xh).sum((0, 2, 3)), dout.sum((0, 2, 3))


def instancenorm(x, eps=1e-5):
    mu = x.mean(axis=(2, 3), keepdims=True)
    return (x - mu) / np.sqrt(x.var(axis=(2, 3), keepdims=True) + eps)
