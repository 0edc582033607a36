# wrong answer
# direction times length: a row of zeros has no direction
import torch


def l2(w, lam):
    return lam * torch.sum(w**2), 2 * lam * w


def l1(w, lam):
    return lam * torch.sum(torch.abs(w)), lam * torch.sign(w)


def elastic_net(w, lam, beta):
    return lam * torch.sum(beta * w**2 + torch.abs(w)), lam * (2 * beta * w + torch.sign(w))


def max_norm(w, c):
    norms = torch.sqrt(torch.sum(w**2, dim=tuple(range(1, w.dim())), keepdim=True))
    return w / norms * torch.clamp(norms, max=c)
