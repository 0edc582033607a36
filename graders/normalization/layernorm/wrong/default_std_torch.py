# wrong answer
# torch's std is unbiased, and eps is added to it (the annotated transformer's layer norm)
import torch


def layernorm_forward(x, gamma, beta, eps=1e-5):
    mean = x.mean(-1, keepdim=True)
    std = x.std(-1, keepdim=True)
    xhat = (x - mean) / (std + eps)
    return gamma * xhat + beta, (xhat, std + eps, gamma)


def layernorm_backward(dout, cache):
    xhat, std, gamma = cache
    dims = tuple(range(dout.dim() - 1))
    g = dout * gamma
    dx = (g - g.mean(-1, keepdim=True) - xhat * (g * xhat).mean(-1, keepdim=True)) / std
    return dx, (dout * xhat).sum(dims), dout.sum(dims)
