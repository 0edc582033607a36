"""Everything as (N, C, pixels) and einsum; a dictionary for the cache."""

import numpy as np


def batchnorm_forward(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    flat = x.reshape(len(x), len(gamma), -1)
    m = flat.shape[0] * flat.shape[2]
    if training and m <= 1:
        raise ValueError(f"expected more than 1 value per channel when training, got {x.shape}")
    if training:
        mean = np.einsum("ncp->c", flat) / m
        centred = flat - mean[:, None]
        var = np.einsum("ncp,ncp->c", centred, centred) / m
        new_mean = running_mean * (1 - momentum) + mean * momentum
        new_var = running_var * (1 - momentum) + var * (momentum * m / (m - 1))
    else:
        centred, var = flat - running_mean[:, None], running_var
        new_mean, new_var = running_mean, running_var
    inv = (var + eps) ** -0.5
    x_hat = np.einsum("ncp,c->ncp", centred, inv)
    out = np.einsum("ncp,c->ncp", x_hat, gamma) + beta[:, None]
    cache = {"x_hat": x_hat, "scale": gamma * inv, "m": m, "training": training}
    return out.reshape(x.shape), new_mean, new_var, cache


def batchnorm_backward(dout, cache):
    x_hat, m = cache["x_hat"], cache["m"]
    d = dout.reshape(x_hat.shape)
    dbeta = np.einsum("ncp->c", d)
    dgamma = np.einsum("ncp,ncp->c", d, x_hat)
    if cache["training"]:
        projection = np.einsum("ncp,c->ncp", x_hat, dgamma)
        d = (m * d - dbeta[:, None] - projection) / m
    return np.einsum("ncp,c->ncp", d, cache["scale"]).reshape(dout.shape), dgamma, dbeta
