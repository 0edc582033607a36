# wrong answer
# the larger of the two lines, as it is often written
import torch


def relu(x):
    return torch.maximum(x, torch.zeros_like(x))


def relu_grad(dout, x):
    return dout * (x > 0).to(dout.dtype)


def leaky_relu(x, slope=0.01):
    return torch.max(x, x * slope)


def leaky_relu_grad(dout, x, slope=0.01):
    mask = x > 0
    return dout * mask + slope * dout * ~mask


def _shape(alpha, x):
    return alpha.view(1, -1, *[1] * (x.dim() - 2))


def prelu(x, alpha):
    return torch.where(x > 0, x, x * _shape(alpha, x))


def prelu_grad(dout, x, alpha):
    dx = torch.where(x > 0, dout, dout * _shape(alpha, x))
    t = torch.where(x > 0, torch.zeros_like(x), x * dout)
    t = t.transpose(0, 1).flatten(1).sum(1)
    return dx, t if len(alpha) > 1 else t.sum().view(1)


def elu(x, alpha=1.0):
    return torch.where(x > 0, x, alpha * torch.expm1(x))


def elu_grad(dout, x, alpha=1.0):
    return dout * torch.where(x > 0, torch.ones_like(x), alpha * torch.exp(x))
