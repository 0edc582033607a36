# wrong answer
# backward gives the local derivative
import torch


def sigmoid_forward(x):
    x = x if x.is_floating_point() else x.float()
    out = torch.where(x < 0, x.exp() / (1 + x.exp()), 1 / (1 + (-x).exp()))
    out = torch.nan_to_num(out, nan=1.0)
    return out, out


def sigmoid_backward(dout, cache):
    return cache * (1 - cache)


def tanh_forward(x):
    out = 2 * sigmoid_forward(2 * x)[0] - 1
    return out, out


def tanh_backward(dout, cache):
    return 1 - cache**2
