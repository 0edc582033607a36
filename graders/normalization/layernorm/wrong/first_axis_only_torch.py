# wrong answer
# the gradients of gamma and beta are summed over the first axis only
import torch


def layernorm_forward(x, gamma, beta, eps=1e-5):
    mu = x.mean(dim=-1, keepdim=True)
    rstd = 1 / torch.sqrt(((x - mu) ** 2).mean(dim=-1, keepdim=True) + eps)
    return (x - mu) * rstd * gamma + beta, (x, mu, rstd, gamma)


def layernorm_backward(dout, cache):
    x, mu, rstd, gamma = cache
    xhat = (x - mu) * rstd
    g = dout * gamma
    dx = rstd * (g - g.mean(-1, True) - xhat * (g * xhat).mean(-1, True))
    return dx, (dout * xhat).sum(0), dout.sum(0)
