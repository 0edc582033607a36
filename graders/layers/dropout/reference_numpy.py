"""Inverted dropout (Srivastava et al. 2014, section 10), its random numbers given."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating[Any]]


class Mask(NamedTuple):
    keep: NDArray[np.bool_]  # like x
    scale: float  # 1 / (1 - p), what survivors are multiplied by


def dropout_forward(x: Array, p: float, u: Array, training: bool) -> tuple[Array, Mask | None]:
    """In training x with each value dropped where u < p and the others scaled; x itself in evaluation."""
    if not 0 <= p <= 1:
        raise ValueError(f"p is {p}, not in [0, 1]")
    if not training:
        return x, None
    mask = Mask(keep=u >= p, scale=1 / (1 - p) if p < 1 else 0.0)
    return masked(x, mask), mask


def dropout_backward(dout: Array, cache: Mask | None) -> Array:
    """dx: the layer is linear, so the gradient goes through the same mask as x did."""
    return dout if cache is None else masked(dout, cache)


def masked(a: Array, mask: Mask) -> Array:
    """Zero where dropped, whatever was there: inf * 0 would be NaN."""
    return np.where(mask.keep, a, 0) * mask.scale
