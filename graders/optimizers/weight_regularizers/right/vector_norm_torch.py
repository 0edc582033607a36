"""With torch.linalg and clamp."""

import torch


def l2(w, lam):
    return lam * torch.linalg.vector_norm(w) ** 2, 2 * lam * w


def l1(w, lam):
    return lam * torch.linalg.vector_norm(w, ord=1), lam * torch.sgn(w)


def elastic_net(w, lam, beta):
    penalty = (beta * w.pow(2)).sum() + w.abs().sum()
    return penalty * lam, torch.add(lam * torch.sign(w), w, alpha=2 * lam * beta)


def max_norm(w, c):
    norm = torch.linalg.vector_norm(w, dim=tuple(range(1, w.dim())), keepdim=True)
    return w * (c / norm.clamp(min=1e-7)).clamp(max=1.0)
