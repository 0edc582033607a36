# wrong answer
# treats the tanh factor as a constant in backward
import torch


def mish(x):
    return x * torch.tanh(torch.log1p(torch.exp(-x.abs())) + x.clamp(min=0))


def mish_grad(dout, x):
    gate = torch.tanh(torch.log1p(torch.exp(-x.abs())) + x.clamp(min=0))
    return dout * gate
