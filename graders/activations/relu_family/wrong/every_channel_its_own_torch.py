# wrong answer
# a shared slope gets a gradient for each channel
import torch


def relu(x):
    return torch.where(x > 0, x, torch.zeros_like(x))


def relu_grad(dout, x):
    return torch.where(x > 0, dout, torch.zeros_like(x))


def leaky_relu(x, slope=0.01):
    return torch.where(x > 0, x, slope * x)


def leaky_relu_grad(dout, x, slope=0.01):
    return torch.where(x > 0, dout, slope * dout)


def prelu(x, alpha):
    a = alpha if x.dim() == 2 else alpha[:, None, None]
    return torch.where(x > 0, x, a * x)


def prelu_grad(dout, x, alpha):
    a = alpha if x.dim() == 2 else alpha[:, None, None]
    dx = torch.where(x > 0, dout, a * dout)
    dims = [0] if x.dim() == 2 else [0, 2, 3]
    dalpha = (dout * x.clamp(max=0)).sum(dims)
    return dx, dalpha


def elu(x, alpha=1.0):
    return torch.where(x > 0, x, alpha * torch.expm1(x.clamp(max=0)))


def elu_grad(dout, x, alpha=1.0):
    return torch.where(x > 0, dout, dout * alpha * torch.exp(x.clamp(max=0)))
