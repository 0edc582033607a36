# wrong answer
# batch norm's backward: gamma is pulled out of the means, though it varies within the row
import numpy as np


def layernorm_forward(x, gamma, beta, eps=1e-5):
    xmu = x - np.mean(x, -1, keepdims=True)
    std = np.sqrt(np.mean(xmu**2, -1, keepdims=True) + eps)
    return gamma * xmu / std + beta, (xmu / std, std, gamma)


def layernorm_backward(dout, cache):
    xhat, std, gamma = cache
    D = dout.shape[-1]
    dgamma = np.sum((dout * xhat).reshape(-1, D), 0)
    dbeta = np.sum(dout.reshape(-1, D), 0)
    dx = D * dout - dout.sum(-1, keepdims=True) - xhat * (dout * xhat).sum(-1, keepdims=True)
    return gamma / (D * std) * dx, dgamma, dbeta
