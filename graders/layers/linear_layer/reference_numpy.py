"""The fully connected layer: an affine map of flattened samples, and its gradients."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating[Any]]


class Cache(NamedTuple):
    x: Array  # in its own shape
    w: Array
    has_bias: bool


def linear_forward(x: Array, w: Array, b: Array | None) -> tuple[Array, Cache]:
    """out = x w^T + b for x, (N, ...), taken as N rows of D values; w is (M, D), b (M,) or None."""
    out = rows(x) @ w.T
    if b is not None:
        out = out + b
    return out, Cache(x, w, b is not None)


def linear_backward(dout: Array, cache: Cache) -> tuple[Array, Array, Array | None]:
    """Gradients (dx, dw, db) for dout, (N, M). All samples use w and b, so theirs are sums over the batch."""
    x, w, has_bias = cache
    dx = (dout @ w).reshape(x.shape)
    dw = dout.T @ rows(x)
    db = dout.sum(0) if has_bias else None
    return dx, dw, db


def rows(x: Array) -> Array:
    """(N, ...) as (N, D)."""
    return x.reshape(len(x), -1)
