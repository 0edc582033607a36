"""The fully connected layer: an affine map of flattened samples, and its gradients; no autograd."""

from __future__ import annotations

from typing import NamedTuple

from torch import Tensor


class Cache(NamedTuple):
    x: Tensor  # in its own shape
    w: Tensor
    has_bias: bool


def linear_forward(x: Tensor, w: Tensor, b: Tensor | None) -> tuple[Tensor, Cache]:
    """out = x w^T + b for x, (N, ...), taken as N rows of D values; w is (M, D), b (M,) or None."""
    out = rows(x) @ w.T
    if b is not None:
        out = out + b
    return out, Cache(x, w, b is not None)


def linear_backward(dout: Tensor, cache: Cache) -> tuple[Tensor, Tensor, Tensor | None]:
    """Gradients (dx, dw, db) for dout, (N, M). All samples use w and b, so theirs are sums over the batch."""
    x, w, has_bias = cache
    dx = (dout @ w).reshape(x.shape)
    dw = dout.T @ rows(x)
    db = dout.sum(0) if has_bias else None
    return dx, dw, db


def rows(x: Tensor) -> Tensor:
    """(N, ...) as (N, D)."""
    return x.reshape(len(x), -1)
