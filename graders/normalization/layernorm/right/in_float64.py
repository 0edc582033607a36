# works in float64 on flat rows and casts back
import numpy as np


def layernorm_forward(x, gamma, beta, eps=1e-5):
    rows = x.astype(np.float64).reshape(-1, x.shape[-1])
    mu = rows.mean(1, keepdims=True)
    sigma = np.sqrt(((rows - mu) ** 2).mean(1, keepdims=True) + eps)
    xhat = (rows - mu) / sigma
    return (xhat * gamma + beta).reshape(x.shape).astype(x.dtype), (xhat, sigma, gamma, x.dtype)


def layernorm_backward(dout, cache):
    xhat, sigma, gamma, dtype = cache
    n, d = xhat.shape
    g = dout.reshape(n, d).astype(np.float64)
    gg = g * gamma
    dx = (d * gg - gg.sum(1, keepdims=True) - xhat * (gg * xhat).sum(1, keepdims=True)) / (d * sigma)
    return dx.reshape(dout.shape).astype(dtype), (g * xhat).sum(0).astype(dtype), g.sum(0).astype(dtype)
