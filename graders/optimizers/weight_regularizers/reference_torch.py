"""Penalties on weights with their gradients, and the max-norm constraint (Srivastava et al. 2014)."""

from __future__ import annotations

import torch
from torch import Tensor


def l2(w: Tensor, lam: float) -> tuple[Tensor, Tensor]:
    """The penalty lam * sum(w^2), a scalar, and its gradient, like w."""
    return lam * (w**2).sum(), 2 * lam * w


def l1(w: Tensor, lam: float) -> tuple[Tensor, Tensor]:
    """The penalty lam * sum(|w|) and its gradient, 0 where w is 0."""
    return lam * torch.abs(w).sum(), lam * torch.sign(w)


def elastic_net(w: Tensor, lam: float, beta: float) -> tuple[Tensor, Tensor]:
    """The penalty lam * sum(beta * w^2 + |w|) and its gradient."""
    return lam * (beta * w**2 + torch.abs(w)).sum(), lam * (2 * beta * w + torch.sign(w))


def max_norm(w: Tensor, c: float) -> Tensor:
    """w with every w[i] scaled down to the L2 norm c where it was longer."""
    others = tuple(range(1, w.ndim))
    norm = torch.sqrt((w**2).sum(others, keepdim=True))
    return w * (c / norm.clamp(min=c))  # c / c = 1 for the short ones, zero rows among them
