# wrong answer
# backward as if mean and variance did not depend on x
import numpy as np


def batchnorm_forward(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    axes = tuple(i for i in range(x.ndim) if i != 1)
    expand = (slice(None),) + (None,) * (x.ndim - 2)
    if training:
        m = int(np.prod([x.shape[i] for i in axes]))
        if m < 2:
            raise ValueError("batch norm needs at least two values in training")
        mean = np.mean(x, axis=axes)
        var = np.var(x, axis=axes)
        running_mean = (1 - momentum) * running_mean + momentum * mean
        running_var = (1 - momentum) * running_var + momentum * var * m / (m - 1)
    else:
        mean, var = running_mean, running_var
    xhat = (x - mean[expand]) / np.sqrt(var[expand] + eps)
    out = gamma[expand] * xhat + beta[expand]
    return out, running_mean, running_var, (xhat, var, gamma, eps)


def batchnorm_backward(dout, cache):
    xhat, var, gamma, eps = cache
    axes = tuple(i for i in range(dout.ndim) if i != 1)
    expand = (slice(None),) + (None,) * (dout.ndim - 2)
    dx = dout * gamma[expand] / np.sqrt(var[expand] + eps)
    return dx, np.sum(dout * xhat, axis=axes), np.sum(dout, axis=axes)
