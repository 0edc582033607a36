# wrong answer
# momentum as in CS231n: the weight of the old value
import numpy as np


def batchnorm_forward(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    x_shape = x.shape
    if x.ndim == 4:
        N, C, H, W = x.shape
        x = x.transpose(0, 2, 3, 1).reshape(-1, C)
    if training:
        m = x.shape[0]
        if m == 1:
            raise ValueError("batch too small")
        mu = np.mean(x, axis=0)
        xmu = x - mu
        var = np.mean(xmu**2, axis=0)
        sqrtvar = np.sqrt(var + eps)
        ivar = 1.0 / sqrtvar
        xhat = xmu * ivar
        running_mean = momentum * running_mean + (1 - momentum) * mu
        running_var = momentum * running_var + (1 - momentum) * np.var(x, axis=0, ddof=1)
    else:
        xmu = x - running_mean
        ivar = 1.0 / np.sqrt(running_var + eps)
        xhat = xmu * ivar
    out = gamma * xhat + beta
    if len(x_shape) == 4:
        out = out.reshape(N, H, W, C).transpose(0, 3, 1, 2)
    return out, running_mean, running_var, (xhat, gamma, ivar, training)


def batchnorm_backward(dout, cache):
    xhat, gamma, ivar, training = cache
    shape = dout.shape
    if dout.ndim == 4:
        N, C, H, W = shape
        dout = dout.transpose(0, 2, 3, 1).reshape(-1, C)
    dbeta = np.sum(dout, axis=0)
    dgamma = np.sum(dout * xhat, axis=0)
    dxhat = dout * gamma
    if training:
        m = dout.shape[0]
        dx = (1.0 / m) * ivar * (m * dxhat - np.sum(dxhat, axis=0) - xhat * np.sum(dxhat * xhat, axis=0))
    else:
        dx = dxhat * ivar
    if len(shape) == 4:
        dx = dx.reshape(N, H, W, C).transpose(0, 3, 1, 2)
    return dx, dgamma, dbeta
