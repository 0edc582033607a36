"""A maxout layer and its gradients (Goodfellow et al. 2013, section 3)."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating[Any]]


class Cache(NamedTuple):
    x: Array
    w: Array
    winner: NDArray[np.int64]  # (N, M), which piece was the largest


def maxout_forward(x: Array, w: Array, b: Array) -> tuple[Array, Cache]:
    """out (N, M), the largest of K linear functions, from x (N, D), w (K, D, M) and b (K, M)."""
    z = x @ w + b[:, None]  # (K, N, M)
    winner = z.argmax(axis=0)  # the first among equals
    out = z.max(axis=0)
    return out, Cache(x, w, winner)


def maxout_backward(dout: Array, cache: Cache) -> tuple[Array, Array, Array]:
    """(dx, dw, db): dout goes to the winning piece, and from there on each piece is a linear layer."""
    x, w, winner = cache
    dz = np.where(winner == np.arange(len(w))[:, None, None], dout, 0)  # (K, N, M)
    return (dz @ w.swapaxes(1, 2)).sum(axis=0), x.T @ dz, dz.sum(axis=1)
