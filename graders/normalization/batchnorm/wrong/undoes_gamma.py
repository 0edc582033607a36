# wrong answer
# gets the normalised input back from out, which fails where gamma is zero
import numpy as np


def batchnorm_forward(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    axes = (0,) if x.ndim == 2 else (0, 2, 3)
    bc = (1, len(gamma)) if x.ndim == 2 else (1, len(gamma), 1, 1)
    n = x.size // len(gamma)
    if training:
        if n == 1:
            raise ValueError("one value")
        mu, var = x.mean(axes), x.var(axes)
        running_mean = (1 - momentum) * running_mean + momentum * mu
        running_var = (1 - momentum) * running_var + momentum * x.var(axes, ddof=1)
    else:
        mu, var = running_mean, running_var
    sigma = np.sqrt(var + eps)
    out = gamma.reshape(bc) * (x - mu.reshape(bc)) / sigma.reshape(bc) + beta.reshape(bc)
    return (
        out,
        running_mean,
        running_var,
        (out, gamma.reshape(bc), beta.reshape(bc), sigma.reshape(bc), training),
    )


def batchnorm_backward(dout, cache):
    out, gamma, beta, sigma, training = cache
    axes = (0,) if dout.ndim == 2 else (0, 2, 3)
    xhat = (out - beta) / gamma
    dgamma = (dout * xhat).sum(axes)
    dbeta = dout.sum(axes)
    dx = dout
    if training:
        dx = dout - dout.mean(axes, keepdims=True) - xhat * (dout * xhat).mean(axes, keepdims=True)
    return gamma * dx / sigma, dgamma, dbeta
