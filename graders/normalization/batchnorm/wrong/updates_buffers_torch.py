# wrong answer
# updates the caller's running statistics in place, as nn.BatchNorm does with its own buffers
import torch


def batchnorm_forward(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    dims = (0,) if x.ndim == 2 else (0, 2, 3)
    shape = (1, -1) + (1,) * (x.ndim - 2)
    if training:
        n = x.numel() // x.shape[1]
        if n < 2:
            raise ValueError("n < 2")
        mean, var = x.mean(dims), x.var(dims, unbiased=False)
        running_mean.mul_(1 - momentum).add_(momentum * mean)
        running_var.mul_(1 - momentum).add_(momentum * var * n / (n - 1))
    else:
        mean, var = running_mean, running_var
    rstd = torch.rsqrt(var + eps).reshape(shape)
    xhat = (x - mean.reshape(shape)) * rstd
    out = xhat * gamma.reshape(shape) + beta.reshape(shape)
    return out, running_mean, running_var, (xhat, rstd * gamma.reshape(shape), n if training else 0)


def batchnorm_backward(dout, cache):
    xhat, scale, n = cache
    dims = (0,) if dout.ndim == 2 else (0, 2, 3)
    dgamma = (dout * xhat).sum(dims, keepdim=True)
    dbeta = dout.sum(dims, keepdim=True)
    dx = dout - (dbeta + xhat * dgamma) / n if n else dout
    return dx * scale, dgamma.flatten(), dbeta.flatten()
