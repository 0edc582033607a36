# wrong answer
# brings every row to norm c, small ones too
import torch


def l2(w, lam):
    return lam * w.square().sum(), 2 * lam * w


def l1(w, lam):
    return lam * w.abs().sum(), lam * w.sign()


def elastic_net(w, lam, beta):
    return lam * (beta * w.square() + w.abs()).sum(), lam * (2 * beta * w + w.sign())


def max_norm(w, c):
    norms = w.flatten(1).norm(dim=1).view(-1, *[1] * (w.dim() - 1))
    return w * c / (norms + 1e-8)
