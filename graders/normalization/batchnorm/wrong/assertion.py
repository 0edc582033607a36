# wrong answer
# Another exception than the one that is asked.
import numpy as np


def batchnorm_forward(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    axes = (0,) if x.ndim == 2 else (0, 2, 3)
    shape = (1, -1) if x.ndim == 2 else (1, -1, 1, 1)
    n = x.size // x.shape[1]
    if training:
        assert n > 1
        mean, var = x.mean(axis=axes), x.var(axis=axes)
        new_mean = (1 - momentum) * running_mean + momentum * mean
        new_var = (1 - momentum) * running_var + momentum * var * n / (n - 1)
    else:
        mean, var = new_mean, new_var = running_mean, running_var
    std = np.sqrt(var + eps).reshape(shape)
    centred = x - mean.reshape(shape)
    out = gamma.reshape(shape) * centred / std + beta.reshape(shape)
    return out, new_mean, new_var, (centred, std, gamma.reshape(shape), n, training)


def batchnorm_backward(dout, cache):
    centred, std, gamma, n, training = cache
    axes = (0,) if dout.ndim == 2 else (0, 2, 3)
    dbeta = dout.sum(axis=axes)
    dgamma = (dout * centred / std).sum(axis=axes)
    dx_hat = dout * gamma
    if not training:
        return dx_hat / std, dgamma, dbeta
    dvar = (dx_hat * centred * -0.5 / std**3).sum(axis=axes, keepdims=True)
    dmean = -(dx_hat / std).sum(axis=axes, keepdims=True)
    return dx_hat / std + dvar * 2 * centred / n + dmean / n, dgamma, dbeta
