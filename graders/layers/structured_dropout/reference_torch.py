"""Dropout of whole channels (Tompson et al. 2015), of weights (Wan et al. 2013, DropConnect) and of residual
branches (Huang et al. 2016, stochastic depth), each scaled so that evaluation needs no change."""

from __future__ import annotations

import torch
from torch import Tensor


def channel_dropout(x: Tensor, p: float, u: Tensor) -> Tensor:
    """x, (N, C, H, W), without the maps whose u, (N, C), is below p."""
    return dropped(x, p, u[:, :, None, None])


def dropconnect_linear(x: Tensor, w: Tensor, b: Tensor, p: float, u: Tensor) -> Tensor:
    """A linear layer without the weights whose u, (M, D), is below p; the bias stays as it is."""
    return x @ dropped(w, p, u).T + b


def stochastic_depth(x: Tensor, branch: Tensor, p: float, u: Tensor, training: bool) -> Tensor:
    """A residual block whose branch is skipped for the samples whose u, (N,), is below p."""
    if not training:
        return x + branch
    return x + dropped(branch, p, u.reshape(-1, *[1] * (branch.ndim - 1)))


def dropped(a: Tensor, p: float, u: Tensor) -> Tensor:
    """a where u >= p, scaled to keep its expectation, and 0 elsewhere; u broadcasts against a."""
    return torch.where(u >= p, a / (1 - p), 0)
