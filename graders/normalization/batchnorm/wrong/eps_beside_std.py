# wrong answer
# epsilon is added to the standard deviation
import numpy as np


def batchnorm_forward(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    if x.ndim == 4:
        flat = np.moveaxis(x, 1, -1).reshape(-1, x.shape[1])
    else:
        flat = x
    n = len(flat)
    if training:
        if n < 2:
            raise ValueError("n must be at least 2")
        mean = flat.mean(axis=0)
        std = flat.std(axis=0)
        running_mean = (1 - momentum) * running_mean + momentum * mean
        running_var = (1 - momentum) * running_var + momentum * std**2 * n / (n - 1)
    else:
        mean, std = running_mean, np.sqrt(running_var)
    denom = std + eps
    norm = (flat - mean) / denom
    out = norm * gamma + beta
    if x.ndim == 4:
        n_, c, h, w = x.shape
        out = np.moveaxis(out.reshape(n_, h, w, c), -1, 1)
    return out, running_mean, running_var, (norm, denom, gamma, training)


def batchnorm_backward(dout, cache):
    norm, denom, gamma, training = cache
    d = np.moveaxis(dout, 1, -1).reshape(-1, dout.shape[1]) if dout.ndim == 4 else dout
    dgamma = (d * norm).sum(0)
    dbeta = d.sum(0)
    dx = d * gamma
    if training:
        dx = dx - dx.mean(0) - norm * (dx * norm).mean(0)
    dx = dx / denom
    if dout.ndim == 4:
        n_, c, h, w = dout.shape
        dx = np.moveaxis(dx.reshape(n_, h, w, c), -1, 1)
    return dx, dgamma, dbeta
