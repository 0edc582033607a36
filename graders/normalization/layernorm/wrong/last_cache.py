# wrong answer
# the cache lives on the function
import numpy as np


def layernorm_forward(x, gamma, beta, eps=1e-5):
    m = x.mean(axis=-1, keepdims=True)
    s = np.sqrt(x.var(axis=-1, keepdims=True) + eps)
    layernorm_forward.saved = ((x - m) / s, s, gamma)
    return gamma * ((x - m) / s) + beta, None


def layernorm_backward(dout, cache):
    xhat, s, gamma = layernorm_forward.saved
    ax = tuple(range(dout.ndim - 1))
    g = dout * gamma
    mean = lambda a: a.mean(axis=-1, keepdims=True)  # noqa: E731
    return (g - mean(g) - xhat * mean(g * xhat)) / s, (dout * xhat).sum(axis=ax), dout.sum(axis=ax)
