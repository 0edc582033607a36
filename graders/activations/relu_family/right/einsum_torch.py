"""PyTorch with clamp and masked_fill, channels moved to the end for PReLU."""

import torch


def relu(x):
    return x.masked_fill(x < 0, 0.0)


def relu_grad(dout, x):
    return dout.masked_fill(x <= 0, 0.0)


def leaky_relu(x, slope=0.01):
    return x.clamp(min=0) + x.clamp(max=0) * slope


def leaky_relu_grad(dout, x, slope=0.01):
    factor = torch.full_like(x, slope)
    factor[x > 0] = 1
    return dout * factor


def prelu(x, alpha):
    last = x.movedim(1, -1)
    return (last.clamp(min=0) + alpha * last.clamp(max=0)).movedim(-1, 1)


def prelu_grad(dout, x, alpha):
    d, last = dout.movedim(1, -1), x.movedim(1, -1)
    dx = torch.where(last > 0, d, d * alpha).movedim(-1, 1)
    c = x.shape[1]
    dalpha = torch.einsum("kc,kc->c", d.reshape(-1, c), last.clamp(max=0).reshape(-1, c))
    return dx, dalpha.sum().reshape(1) if alpha.numel() == 1 else dalpha


def elu(x, alpha=1.0):
    return torch.where(x > 0, x, alpha * torch.expm1(x))  # the branch not chosen may be inf


def elu_grad(dout, x, alpha=1.0):
    return dout * torch.where(x > 0, torch.ones_like(x), alpha * torch.exp(x))
