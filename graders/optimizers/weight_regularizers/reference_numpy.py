"""Penalties on weights with their gradients, and the max-norm constraint (Srivastava et al. 2014)."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating[Any]]


def l2(w: Array, lam: float) -> tuple[Array, Array]:
    """The penalty lam * sum(w^2), a scalar, and its gradient, like w."""
    return lam * (w**2).sum(), 2 * lam * w


def l1(w: Array, lam: float) -> tuple[Array, Array]:
    """The penalty lam * sum(|w|) and its gradient, 0 where w is 0."""
    return lam * np.abs(w).sum(), lam * np.sign(w)


def elastic_net(w: Array, lam: float, beta: float) -> tuple[Array, Array]:
    """The penalty lam * sum(beta * w^2 + |w|) and its gradient."""
    return lam * (beta * w**2 + np.abs(w)).sum(), lam * (2 * beta * w + np.sign(w))


def max_norm(w: Array, c: float) -> Array:
    """w with every w[i] scaled down to the L2 norm c where it was longer."""
    others = tuple(range(1, w.ndim))
    norm: Array = np.sqrt((w**2).sum(others, keepdims=True))
    return w * (c / np.maximum(norm, c))  # c / c = 1 for the short ones, zero rows among them
