# wrong answer
# scales the sum of product and bias, in DropConnect
import torch


def channel_dropout(x, p, u):
    keep = (u >= p).to(x.dtype)
    return x * keep[..., None, None] / (1 - p)


def dropconnect_linear(x, w, b, p, u):
    mask = (u >= p).to(w.dtype)
    return torch.nn.functional.linear(x, w * mask, b) / (1 - p)


def stochastic_depth(x, branch, p, u, training):
    if not training:
        return x + branch
    keep = (u >= p).to(x.dtype).view(-1, *[1] * (x.dim() - 1))
    return x + branch * keep / (1 - p)
