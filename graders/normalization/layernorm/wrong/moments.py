# wrong answer
# variance as E[x^2] - E[x]^2, clipped at zero
import numpy as np


def layernorm_forward(x, gamma, beta, eps=1e-5):
    D = x.shape[-1]
    mean = x.sum(-1, keepdims=True) / D
    var = np.maximum((x**2).sum(-1, keepdims=True) / D - mean**2, 0)
    inv = (var + eps) ** -0.5
    xhat = (x - mean) * inv
    return gamma * xhat + beta, (xhat, inv, gamma)


def layernorm_backward(dout, cache):
    xhat, inv, gamma = cache
    D = dout.shape[-1]
    g = dout * gamma
    dx = inv / D * (D * g - g.sum(-1, keepdims=True) - xhat * (g * xhat).sum(-1, keepdims=True))
    return dx, (dout * xhat).reshape(-1, D).sum(0), dout.reshape(-1, D).sum(0)
