# wrong answer
# zeroes the caller's maps and weights, and adds the branch onto its x
import torch


def channel_dropout(x, p, u):
    x[u < p] = 0
    return x / (1 - p)


def dropconnect_linear(x, w, b, p, u):
    w.mul_(u >= p).div_(1 - p)
    return torch.addmm(b, x, w.t())


def stochastic_depth(x, branch, p, u, training):
    for n in range(x.size(0)):
        if not training:
            x[n] += branch[n]
        elif u[n] >= p:
            x[n] += branch[n] / (1 - p)
    return x
