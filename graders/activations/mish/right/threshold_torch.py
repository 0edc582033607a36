"""PyTorch: softplus with the linear branch from 20 on, the library's sigmoid."""

import torch


def _softplus(x):
    return torch.where(x > 20, x, torch.log1p(torch.exp(x)))


def mish(x):
    return torch.mul(x, _softplus(x).tanh())


def mish_grad(dout, x):
    t = _softplus(x).tanh()
    return dout * t + dout * x * torch.sigmoid(x) * (1 - t * t)
