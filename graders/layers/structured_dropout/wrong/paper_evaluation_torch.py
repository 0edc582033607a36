# wrong answer
# stochastic depth as first published: unscaled in training, the branch times the survival rate in evaluation
import torch


def channel_dropout(x, p, u):
    return torch.where((u >= p)[:, :, None, None], x / (1 - p), torch.zeros_like(x))


def dropconnect_linear(x, w, b, p, u):
    return x @ (w / (1 - p)).masked_fill(u < p, 0).T + b


def stochastic_depth(x, branch, p, u, training):
    if not training:
        return x + (1 - p) * branch
    survives = (u >= p).reshape(len(u), *(1 for _ in branch.shape[1:]))
    return torch.where(survives, x + branch, x)
