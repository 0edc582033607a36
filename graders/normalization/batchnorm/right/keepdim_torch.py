"""PyTorch with keepdim, var_mean and rsqrt; the unbiased variance asked of the library."""

import torch


def batchnorm_forward(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    dims = [0] if x.dim() == 2 else [0, 2, 3]
    view = [1, -1] + [1] * (x.dim() - 2)
    if training:
        if x.numel() == x.size(1):
            raise ValueError(f"expected more than one value per channel, got {x.shape}")
        var, mean = torch.var_mean(x, dim=dims, unbiased=False, keepdim=True)
        new_mean = torch.lerp(running_mean, mean.flatten(), momentum)
        new_var = torch.lerp(running_var, x.var(dim=dims, unbiased=True), momentum)
    else:
        mean, var = running_mean.view(view), running_var.view(view)
        new_mean, new_var = running_mean.clone(), running_var.clone()
    rstd = torch.rsqrt(var + eps)
    out = (x - mean) * rstd * gamma.view(view) + beta.view(view)
    return out, new_mean, new_var, (x, mean, rstd, gamma.view(view), dims, training)


def batchnorm_backward(dout, cache):
    x, mean, rstd, gamma, dims, training = cache
    x_hat = (x - mean) * rstd
    dbeta = dout.sum(dims)
    dgamma = (dout * x_hat).sum(dims)
    g = dout * gamma
    if training:
        g = g - g.mean(dims, keepdim=True) - x_hat * (g * x_hat).mean(dims, keepdim=True)
    return g * rstd, dgamma, dbeta
