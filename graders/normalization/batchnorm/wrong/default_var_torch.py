# wrong answer
# torch's var divides by N - 1 unless told otherwise
import torch


def batchnorm_forward(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    dims = (0,) if x.dim() == 2 else (0, 2, 3)
    shape = (1, -1) if x.dim() == 2 else (1, -1, 1, 1)
    if training:
        n = x.numel() / x.shape[1]
        if n <= 1:
            raise ValueError("need more than one value per channel")
        mean = x.mean(dim=dims)
        var = x.var(dim=dims)
        running_mean = (1 - momentum) * running_mean + momentum * mean
        running_var = (1 - momentum) * running_var + momentum * var
    else:
        mean = running_mean
        var = running_var
    std = torch.sqrt(var + eps).view(shape)
    x_norm = (x - mean.view(shape)) / std
    out = gamma.view(shape) * x_norm + beta.view(shape)
    cache = (x_norm, std, gamma.view(shape), dims, training)
    return out, running_mean, running_var, cache


def batchnorm_backward(dout, cache):
    x_norm, std, gamma, dims, training = cache
    dgamma = (dout * x_norm).sum(dim=dims)
    dbeta = dout.sum(dim=dims)
    dx_norm = dout * gamma
    if not training:
        return dx_norm / std, dgamma, dbeta
    dx = (
        dx_norm
        - dx_norm.mean(dim=dims, keepdim=True)
        - x_norm * (dx_norm * x_norm).mean(dim=dims, keepdim=True)
    ) / std
    return dx, dgamma, dbeta
