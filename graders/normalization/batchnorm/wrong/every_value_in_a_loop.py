# time limit exceeded
# right, but a Python loop over every value
import math

import numpy as np


def batchnorm_forward(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    flat = x.reshape(x.shape[0], x.shape[1], -1)
    out, x_hat = np.empty_like(flat), np.empty_like(flat)
    new_mean, new_var = running_mean.copy(), running_var.copy()
    slopes = []
    for c in range(flat.shape[1]):
        mean, var = float(running_mean[c]), float(running_var[c])
        if training:
            values = [float(v) for v in flat[:, c].ravel()]
            if len(values) < 2:
                raise ValueError("one value per channel")
            mean = sum(values) / len(values)
            var = sum((v - mean) ** 2 for v in values) / len(values)
            new_mean[c] = (1 - momentum) * running_mean[c] + momentum * mean
            new_var[c] = (1 - momentum) * running_var[c] + momentum * var * len(values) / (len(values) - 1)
        std = math.sqrt(var + eps)
        for i in range(flat.shape[0]):
            for p in range(flat.shape[2]):
                x_hat[i, c, p] = (flat[i, c, p] - mean) / std
                out[i, c, p] = gamma[c] * x_hat[i, c, p] + beta[c]
        slopes.append(gamma[c] / std)
    return out.reshape(x.shape), new_mean, new_var, (x_hat, slopes, training)


def batchnorm_backward(dout, cache):
    x_hat, slopes, training = cache
    d = dout.reshape(x_hat.shape)
    dx = np.empty_like(d)
    dgamma = np.zeros_like(d, shape=d.shape[1])
    dbeta = np.zeros_like(d, shape=d.shape[1])
    n = d.shape[0] * d.shape[2]
    for c in range(d.shape[1]):
        for i in range(d.shape[0]):
            for p in range(d.shape[2]):
                dgamma[c] += d[i, c, p] * x_hat[i, c, p]
                dbeta[c] += d[i, c, p]
        for i in range(d.shape[0]):
            for p in range(d.shape[2]):
                g = d[i, c, p]
                if training:
                    g -= (dbeta[c] + x_hat[i, c, p] * dgamma[c]) / n
                dx[i, c, p] = slopes[c] * g
    return dx.reshape(dout.shape), dgamma, dbeta
