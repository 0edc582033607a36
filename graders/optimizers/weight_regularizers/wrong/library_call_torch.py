# rule violation
import torch


def l2(w, lam):
    return lam * torch.sum(w**2), 2 * lam * w


def l1(w, lam):
    return lam * torch.sum(torch.abs(w)), lam * torch.sign(w)


def elastic_net(w, lam, beta):
    return lam * torch.sum(beta * w**2 + torch.abs(w)), lam * (2 * beta * w + torch.sign(w))


def max_norm(w, c):
    return torch.renorm(w, 2, 0, c)
