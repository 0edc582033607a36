"""A low-rank adapter on a frozen linear layer (Hu et al. 2022, LoRA, section 4.1)."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating[Any]]


def lora_forward(x: Array, w: Array, b: Array | None, a: Array, bb: Array, alpha: float) -> Array:
    """The layer and its adapter, (N, M): x w^T + b + alpha/r (x a^T) bb^T.

    Two products of rank r, (N, D) by (D, r) by (r, M), are cheap; bb a, (M, D), is never formed.
    """
    out: Array = x @ w.T + scale(a, alpha) * (x @ a.T @ bb.T)
    return out if b is None else out + b


def lora_merge(w: Array, a: Array, bb: Array, alpha: float) -> Array:
    """The weight, (M, D), of the one linear layer that does the same."""
    return w + scale(a, alpha) * (bb @ a)


def lora_grads(dout: Array, x: Array, a: Array, bb: Array, alpha: float) -> tuple[Array, Array]:
    """Gradients (da, dbb) for dout, (N, M); w is frozen and gets none."""
    dadapter = scale(a, alpha) * dout
    da = (dadapter @ bb).T @ x
    dbb = dadapter.T @ (x @ a.T)
    return da, dbb


def scale(a: Array, alpha: float) -> float:
    """alpha/r, with r the number of rows of a."""
    return alpha / len(a)
