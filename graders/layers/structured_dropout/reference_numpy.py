"""Dropout of whole channels (Tompson et al. 2015), of weights (Wan et al. 2013, DropConnect) and of residual
branches (Huang et al. 2016, stochastic depth), each scaled so that evaluation needs no change."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating[Any]]


def channel_dropout(x: Array, p: float, u: Array) -> Array:
    """x, (N, C, H, W), without the maps whose u, (N, C), is below p."""
    return dropped(x, p, u[:, :, None, None])


def dropconnect_linear(x: Array, w: Array, b: Array, p: float, u: Array) -> Array:
    """A linear layer without the weights whose u, (M, D), is below p; the bias stays as it is."""
    out: Array = x @ dropped(w, p, u).T + b
    return out


def stochastic_depth(x: Array, branch: Array, p: float, u: Array, training: bool) -> Array:
    """A residual block whose branch is skipped for the samples whose u, (N,), is below p."""
    if not training:
        return x + branch
    return x + dropped(branch, p, u.reshape(-1, *[1] * (branch.ndim - 1)))


def dropped(a: Array, p: float, u: Array) -> Array:
    """a where u >= p, scaled to keep its expectation, and 0 elsewhere; u broadcasts against a."""
    return np.where(u >= p, a / (1 - p), 0)
