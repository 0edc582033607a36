"""RMSNorm, forward and backward (Zhang & Sennrich 2019, equation 4)."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating[Any]]


class Cache(NamedTuple):
    x_hat: Array  # x / rms, (..., D); like inv_rms at least float32
    inv_rms: Array  # 1 / sqrt(mean(x^2) + eps), (..., 1)
    weight: Array  # (D,)


def rmsnorm_forward(x: Array, weight: Array, eps: float = 1e-6) -> tuple[Array, Cache]:
    """Divide each row of x, (..., D), by its root mean square and scale it by weight, (D,)."""
    wide = widen(x)
    inv_rms = 1 / np.sqrt((wide * wide).mean(-1, keepdims=True) + eps)
    x_hat = wide * inv_rms
    out = x_hat * weight
    return out.astype(x.dtype), Cache(x_hat, inv_rms, weight)


def rmsnorm_backward(dout: Array, cache: Cache) -> tuple[Array, Array]:
    """Gradients (dx, dweight) for dout shaped like x.

    Each x changes the rms of its whole row, which takes away the projection of the gradient on x_hat; there
    is no mean, so there is no other term.
    """
    x_hat, inv_rms, weight = cache
    wide = widen(dout)
    dweight = (wide * x_hat).sum(tuple(range(dout.ndim - 1)))
    d = weight * wide
    dx = inv_rms * (d - x_hat * (d * x_hat).mean(-1, keepdims=True))
    return dx.astype(dout.dtype), dweight.astype(weight.dtype)


def widen(a: Array) -> Array:
    """a, in float32 where it comes in less: the square of 300 is beyond float16."""
    wide: Array = a.astype(np.promote_types(a.dtype, np.float32))
    return wide
