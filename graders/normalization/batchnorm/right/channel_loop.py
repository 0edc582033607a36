"""One channel at a time, the derivative taken step by step through variance and mean."""

import numpy as np


def batchnorm_forward(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    out = np.empty_like(x)
    new_mean, new_var = running_mean.copy(), running_var.copy()
    cache = []
    for c in range(x.shape[1]):
        values = x[:, c]
        n = values.size
        if training:
            if n == 1:
                raise ValueError("one value per channel has no variance")
            mean = values.sum() / n
            var = ((values - mean) ** 2).sum() / n
            new_mean[c] += momentum * (mean - new_mean[c])
            new_var[c] += momentum * (var * n / (n - 1) - new_var[c])
        else:
            mean, var = running_mean[c], running_var[c]
        std = np.sqrt(var + eps)
        centred = values - mean
        out[:, c] = gamma[c] * centred / std + beta[c]
        cache.append((centred, std, gamma[c], training))
    return out, new_mean, new_var, cache


def batchnorm_backward(dout, cache):
    dx = np.empty_like(dout)
    dgamma, dbeta = np.empty_like(dout, shape=dout.shape[1]), np.empty_like(dout, shape=dout.shape[1])
    for c, (centred, std, gamma, training) in enumerate(cache):
        d = dout[:, c]
        n = d.size
        dbeta[c] = np.sum(d)
        dgamma[c] = np.sum(d * centred) / std
        dnorm = d * gamma
        if training:
            dvar = np.sum(dnorm * centred) * -0.5 / std**3
            dmean = -np.sum(dnorm) / std - 2 * dvar * np.sum(centred) / n
            dx[:, c] = dnorm / std + dvar * 2 * centred / n + dmean / n
        else:
            dx[:, c] = dnorm / std
    return dx, dgamma, dbeta
