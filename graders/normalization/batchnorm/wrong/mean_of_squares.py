# wrong answer
# one pass, E[x^2] - E[x]^2: nothing is left of it in float32 when the mean is large
import numpy as np


def batchnorm_forward(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    axes = (0, 2, 3)[: x.ndim - 1]
    k = [1, -1, 1, 1][: x.ndim]
    if training:
        n = x[:, 0].size
        if n < 2:
            raise ValueError("need at least 2 values per channel")
        mean = x.mean(axis=axes)
        var = np.maximum((x * x).mean(axis=axes) - mean**2, 0)
        running_mean = (1 - momentum) * running_mean + momentum * mean
        running_var = (1 - momentum) * running_var + momentum * var * n / (n - 1)
    else:
        mean, var = running_mean, running_var
    rstd = 1 / np.sqrt(var + eps)
    xhat = (x - mean.reshape(k)) * rstd.reshape(k)
    out = gamma.reshape(k) * xhat + beta.reshape(k)
    return out, running_mean, running_var, (xhat, (gamma * rstd).reshape(k), training)


def batchnorm_backward(dout, cache):
    xhat, scale, training = cache
    axes = (0, 2, 3)[: dout.ndim - 1]
    dgamma = (dout * xhat).sum(axis=axes)
    dbeta = dout.sum(axis=axes)
    if training:
        centred = dout - dout.mean(axis=axes, keepdims=True)
        return scale * (centred - xhat * (dout * xhat).mean(axis=axes, keepdims=True)), dgamma, dbeta
    return scale * dout, dgamma, dbeta
