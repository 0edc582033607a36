"""A maxout layer and its gradients (Goodfellow et al. 2013, section 3), without autograd."""

from __future__ import annotations

from typing import NamedTuple

import torch
from torch import Tensor


class Cache(NamedTuple):
    x: Tensor
    w: Tensor
    winner: Tensor  # (N, M), which piece was the largest


def maxout_forward(x: Tensor, w: Tensor, b: Tensor) -> tuple[Tensor, Cache]:
    """out (N, M), the largest of K linear functions, from x (N, D), w (K, D, M) and b (K, M)."""
    z = x @ w + b[:, None]  # (K, N, M)
    winner = z.argmax(dim=0)  # the first among equals
    out = z.amax(dim=0)
    return out, Cache(x, w, winner)


def maxout_backward(dout: Tensor, cache: Cache) -> tuple[Tensor, Tensor, Tensor]:
    """(dx, dw, db): dout goes to the winning piece, and from there on each piece is a linear layer."""
    x, w, winner = cache
    pieces = torch.arange(len(w), device=w.device)
    dz = torch.where(winner == pieces[:, None, None], dout, 0)  # (K, N, M)
    return (dz @ w.swapaxes(1, 2)).sum(dim=0), x.T @ dz, dz.sum(dim=1)
