# time limit exceeded
# right, but one Python statement for each value
import numpy as np


def layernorm_forward(x, gamma, beta, eps=1e-5):
    D = x.shape[-1]
    rows = x.reshape(-1, D)
    out, xhat = np.zeros_like(rows), np.zeros_like(rows)
    stds = []
    for n in range(len(rows)):
        mean = sum(rows[n, i] for i in range(D)) / D
        var = sum((rows[n, i] - mean) ** 2 for i in range(D)) / D
        stds.append(np.sqrt(var + x.dtype.type(eps)))
        for i in range(D):
            xhat[n, i] = (rows[n, i] - mean) / stds[n]
            out[n, i] = gamma[i] * xhat[n, i] + beta[i]
    return out.reshape(x.shape), (xhat, stds, gamma)


def layernorm_backward(dout, cache):
    xhat, stds, gamma = cache
    N, D = xhat.shape
    g = dout.reshape(N, D)
    dx, dgamma, dbeta = np.zeros_like(g), np.zeros_like(gamma), np.zeros_like(gamma)
    for n in range(N):
        a = sum(g[n, i] * gamma[i] for i in range(D)) / D
        b = sum(g[n, i] * gamma[i] * xhat[n, i] for i in range(D)) / D
        for i in range(D):
            dx[n, i] = (g[n, i] * gamma[i] - a - xhat[n, i] * b) / stds[n]
            dgamma[i] += g[n, i] * xhat[n, i]
            dbeta[i] += g[n, i]
    return dx.reshape(dout.shape), dgamma, dbeta
