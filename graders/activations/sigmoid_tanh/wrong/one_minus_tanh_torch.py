# wrong answer
# tanh' without the square
import torch


def sigmoid_forward(x):
    pos = 1 / (1 + torch.exp(-x.abs()))
    out = torch.where(x >= 0, pos, 1 - pos)
    return out, out


def sigmoid_backward(dout, cache):
    return dout * cache * (1 - cache)


def tanh_forward(x):
    s, _ = sigmoid_forward(2 * x)
    out = 2 * s - 1
    return out, out


def tanh_backward(dout, cache):
    return dout * (1 - cache)
