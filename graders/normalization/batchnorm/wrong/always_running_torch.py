# wrong answer
# The running statistics are updated in training, and used in training too.
import torch


def batchnorm_forward(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    y = x.movedim(1, -1)
    rows = y.reshape(-1, y.shape[-1])
    if training and len(rows) < 2:
        raise ValueError("one value per channel")
    x_hat = (y - running_mean) / torch.sqrt(running_var + eps)
    cache = x_hat, gamma / torch.sqrt(running_var + eps), training
    out = (gamma * x_hat + beta).movedim(-1, 1)
    if training:
        running_mean = torch.lerp(running_mean, rows.mean(0), momentum)
        running_var = torch.lerp(running_var, rows.var(0), momentum)
    return out, running_mean, running_var, cache


def batchnorm_backward(dout, cache):
    x_hat, slope, training = cache
    dout = dout.movedim(1, -1)
    axes = tuple(range(dout.ndim - 1))
    dgamma, dbeta = (dout * x_hat).sum(axes), dout.sum(axes)
    dx = dout
    if training:
        n = dout[..., 0].numel()
        dx = dout - dbeta / n - x_hat * dgamma / n
    return (slope * dx).movedim(-1, 1), dgamma, dbeta
