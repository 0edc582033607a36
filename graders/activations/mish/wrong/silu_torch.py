# wrong answer
# remembers SiLU
import torch


def mish(x):
    return x * torch.sigmoid(x)


def mish_grad(dout, x):
    s = torch.sigmoid(x)
    return dout * (s + x * s * (1 - s))
