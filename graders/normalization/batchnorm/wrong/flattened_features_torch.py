# wrong answer
# statistics of every pixel over the batch only
import torch


def batchnorm_forward(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    shape = (1, -1) if x.dim() == 2 else (1, -1, 1, 1)
    n = x.shape[0]
    if training:
        if x[:, 0].numel() == 1:
            raise ValueError("single value")
        mean = x.mean(dim=0, keepdim=True)
        var = ((x - mean) ** 2).mean(dim=0, keepdim=True)
        pixels = (1,) if x.dim() == 2 else (2, 3)
        batch_mean = mean[0] if x.dim() == 2 else mean.mean(pixels)[0]
        batch_var = var[0] if x.dim() == 2 else var.mean(pixels)[0]
        running_mean = (1 - momentum) * running_mean + momentum * batch_mean
        running_var = (1 - momentum) * running_var + momentum * batch_var * n / max(n - 1, 1)
    else:
        mean, var = running_mean.view(shape), running_var.view(shape)
    std = torch.sqrt(var + eps)
    x_hat = (x - mean) / std
    return (
        gamma.view(shape) * x_hat + beta.view(shape),
        running_mean,
        running_var,
        (x_hat, std, gamma, training),
    )


def batchnorm_backward(dout, cache):
    x_hat, std, gamma, training = cache
    dims = (0,) if dout.dim() == 2 else (0, 2, 3)
    g = dout * gamma.view((1, -1) if dout.dim() == 2 else (1, -1, 1, 1))
    dx = g
    if training:
        dx = g - g.mean(0, keepdim=True) - x_hat * (g * x_hat).mean(0, keepdim=True)
    return dx / std, (dout * x_hat).sum(dims), dout.sum(dims)
