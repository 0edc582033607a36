import numpy as np


def layernorm_forward(x, gamma, beta, eps=1e-5):
    centred = x - x.mean(axis=-1)[..., None]
    std = np.sqrt(np.einsum("...d,...d->...", centred, centred) / x.shape[-1] + eps)[..., None]
    return centred / std * gamma + beta, (centred, std, gamma)


def layernorm_backward(dout, cache):
    centred, std, gamma = cache
    D = centred.shape[-1]
    flat, normed = dout.reshape(-1, D), (centred / std).reshape(-1, D)
    dxhat = dout * gamma
    dvar = -0.5 * np.einsum("...d,...d->...", dxhat, centred)[..., None] / std**3
    dmean = -dxhat.sum(-1, keepdims=True) / std
    dx = dxhat / std + 2 * centred * dvar / D + dmean / D
    return dx, np.einsum("nd,nd->d", flat, normed), np.einsum("nd->d", flat)
