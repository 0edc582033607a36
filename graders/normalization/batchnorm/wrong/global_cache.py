# wrong answer
# the cache is one module-level variable, so the second call overwrites the first one's
import numpy as np

saved = None


def batchnorm_forward(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    global saved
    axis = (0,) if x.ndim == 2 else (0, 2, 3)
    s = (1, -1) + (1,) * (x.ndim - 2)
    if training:
        n = x.size // x.shape[1]
        if n == 1:
            raise ValueError("n == 1")
        mu, var = x.mean(axis=axis), x.var(axis=axis)
        running_mean = running_mean * (1 - momentum) + momentum * mu
        running_var = running_var * (1 - momentum) + momentum * var * (n / (n - 1))
    else:
        mu, var = running_mean, running_var
    std = np.sqrt(var + eps).reshape(s)
    xhat = (x - mu.reshape(s)) / std
    saved = (xhat, std, gamma.reshape(s), training)
    return gamma.reshape(s) * xhat + beta.reshape(s), running_mean, running_var, None


def batchnorm_backward(dout, cache):
    xhat, std, gamma, training = saved
    axis = (0,) if dout.ndim == 2 else (0, 2, 3)
    dgamma, dbeta = (dout * xhat).sum(axis=axis), dout.sum(axis=axis)
    d = dout * gamma
    if training:
        d = d - d.mean(axis=axis, keepdims=True) - xhat * (d * xhat).mean(axis=axis, keepdims=True)
    return d / std, dgamma, dbeta
