# wrong answer
# (N, C, H, W) reshaped straight to (N*H*W, C): the channels get mixed
import numpy as np


def batchnorm_forward(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    shape = x.shape
    x = x.reshape(-1, shape[1])
    if training:
        if x.shape[0] < 2:
            raise ValueError("need two samples")
        mu = x.mean(0)
        var = x.var(0)
        m = x.shape[0]
        running_mean = (1 - momentum) * running_mean + momentum * mu
        running_var = (1 - momentum) * running_var + momentum * var * m / (m - 1)
    else:
        mu, var = running_mean, running_var
    std = np.sqrt(var + eps)
    xn = (x - mu) / std
    out = (xn * gamma + beta).reshape(shape)
    return out, running_mean, running_var, (xn, std, gamma, training)


def batchnorm_backward(dout, cache):
    xn, std, gamma, training = cache
    shape = dout.shape
    dout = dout.reshape(-1, shape[1])
    dgamma = (dout * xn).sum(0)
    dbeta = dout.sum(0)
    dxn = dout * gamma
    if training:
        dxn = dxn - dxn.mean(0) - xn * (dxn * xn).mean(0)
    return (dxn / std).reshape(shape), dgamma, dbeta
