# wrong answer
# the variance that normalises is also the one that is kept
import torch


def batchnorm_forward(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    dims = [d for d in range(x.ndim) if d != 1]
    g = gamma[None, :, None, None] if x.ndim == 4 else gamma
    b = beta[None, :, None, None] if x.ndim == 4 else beta
    if training:
        if x.numel() // x.shape[1] < 2:
            raise ValueError("not enough values")
        var, mean = torch.var_mean(x, dim=dims, correction=0, keepdim=True)
        running_mean = torch.lerp(running_mean, mean.flatten(), momentum)
        running_var = torch.lerp(running_var, var.flatten(), momentum)
    else:
        mean = running_mean[None, :, None, None] if x.ndim == 4 else running_mean
        var = running_var[None, :, None, None] if x.ndim == 4 else running_var
    invstd = (var + eps).rsqrt()
    xhat = (x - mean) * invstd
    return xhat * g + b, running_mean, running_var, (xhat, invstd, g, dims, training)


def batchnorm_backward(dout, cache):
    xhat, invstd, g, dims, training = cache
    dgamma = torch.sum(dout * xhat, dim=dims)
    dbeta = torch.sum(dout, dim=dims)
    dxhat = dout * g
    if training:
        dxhat = dxhat - dxhat.mean(dims, keepdim=True) - xhat * (dxhat * xhat).mean(dims, keepdim=True)
    return dxhat * invstd, dgamma, dbeta
