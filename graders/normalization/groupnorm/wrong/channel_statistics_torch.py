# wrong answer
# every channel has its own statistics, whatever num_groups
import torch


def groupnorm_forward(x, num_groups, gamma, beta, eps=1e-5):
    if x.shape[1] % num_groups:
        raise ValueError("bad groups")
    std = torch.sqrt(x.var((2, 3), keepdim=True, unbiased=False) + eps)
    xh = (x - x.mean((2, 3), keepdim=True)) / std
    return xh * gamma[:, None, None] + beta[:, None, None], (xh, std, gamma)


def groupnorm_backward(dout, cache):
    xh, std, gamma = cache
    d = dout * gamma[:, None, None]
    dx = (d - d.mean((2, 3), keepdim=True) - xh * (d * xh).mean((2, 3), keepdim=True)) / std
    return dx, (dout * xh).sum((0, 2, 3)), dout.sum((0, 2, 3))


def instancenorm(x, eps=1e-5):
    mu = x.mean((2, 3), keepdim=True)
    return (x - mu) / torch.sqrt(x.var((2, 3), keepdim=True, unbiased=False) + eps)
