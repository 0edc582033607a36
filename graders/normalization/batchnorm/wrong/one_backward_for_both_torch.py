# wrong answer
# the training formula whatever the mode
import torch


def batchnorm_forward(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    C = x.size(1)
    xc = x.permute(0, 2, 3, 1).reshape(-1, C) if x.dim() == 4 else x
    M = xc.size(0)
    if training:
        if M < 2:
            raise ValueError("too few values")
        mean = xc.mean(0)
        var = xc.var(0, unbiased=False)
        new_mean = running_mean * (1 - momentum) + mean * momentum
        new_var = running_var * (1 - momentum) + var * momentum * M / (M - 1)
    else:
        mean, var, new_mean, new_var = running_mean, running_var, running_mean, running_var
    inv = torch.rsqrt(var + eps)
    xhat = (xc - mean) * inv
    y = xhat * gamma + beta
    if x.dim() == 4:
        N, _, H, W = x.shape
        y = y.reshape(N, H, W, C).permute(0, 3, 1, 2)
    return y, new_mean, new_var, (xhat, inv, gamma)


def batchnorm_backward(dout, cache):
    xhat, inv, gamma = cache
    d = dout
    if dout.dim() == 4:
        N, C, H, W = dout.shape
        d = dout.permute(0, 2, 3, 1).reshape(-1, C)
    M = d.size(0)
    dbeta = d.sum(0)
    dgamma = (d * xhat).sum(0)
    dxhat = d * gamma
    dx = inv / M * (M * dxhat - dxhat.sum(0) - xhat * (dxhat * xhat).sum(0))
    if dout.dim() == 4:
        dx = dx.reshape(N, H, W, C).permute(0, 3, 1, 2)
    return dx, dgamma, dbeta
