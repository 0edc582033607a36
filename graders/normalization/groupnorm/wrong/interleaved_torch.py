# wrong answer
# channel c goes to group c % G: the reshape has the axes the other way round
import torch


def groupnorm_forward(x, num_groups, gamma, beta, eps=1e-5):
    N, C, H, W = x.shape
    if C % num_groups:
        raise ValueError("bad groups")
    g = x.reshape(N, C // num_groups, num_groups, H, W)
    std = torch.sqrt(g.var((1, 3, 4), keepdim=True, unbiased=False) + eps)
    xh = ((g - g.mean((1, 3, 4), keepdim=True)) / std).reshape(x.shape)
    return xh * gamma[:, None, None] + beta[:, None, None], (xh, std, gamma, g.shape)


def groupnorm_backward(dout, cache):
    xh, std, gamma, shape = cache
    d = (dout * gamma[:, None, None]).reshape(shape)
    x5 = xh.reshape(shape)
    ax = (1, 3, 4)
    dx = (d - d.mean(ax, keepdim=True) - x5 * (d * x5).mean(ax, keepdim=True)) / std
    return dx.reshape(dout.shape), (dout * xh).sum((0, 2, 3)), dout.sum((0, 2, 3))


def instancenorm(x, eps=1e-5):
    mu = x.mean((2, 3), keepdim=True)
    return (x - mu) / torch.sqrt(x.var((2, 3), keepdim=True, unbiased=False) + eps)
