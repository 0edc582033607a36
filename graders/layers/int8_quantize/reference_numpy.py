"""Affine and symmetric int8 quantisation and its integer product (Jacob et al. 2018, section 2)."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]


def quant_params(x: Array, axis: int | None = None, symmetric: bool = True) -> tuple[Array, Array]:
    """(scale, zero_point) of x as a whole, or one of each for every index of `axis`."""
    others = tuple(i for i in range(x.ndim) if i != axis)
    low, high = np.minimum(x.min(others), 0), np.maximum(x.max(others), 0)  # the range holds 0
    scale = np.maximum(-low, high) / 127 if symmetric else (high - low) / 255
    scale = np.where(scale > 0, scale, 1.0)
    zero_point = 0 * scale if symmetric else np.round(-128 - low / scale)
    return scale, zero_point.astype(np.int64)


def quantize(x: Array, scale: Any, zero_point: Any, axis: int | None = None) -> Array:
    """The int8 levels that are nearest to x; halves go to the even number of steps."""
    steps = np.round(x / along(scale, x, axis))
    return np.clip(steps + along(zero_point, x, axis), -128, 127).astype(np.int8)


def dequantize(q: Array, scale: Any, zero_point: Any, axis: int | None = None) -> Array:
    """The numbers that the levels q stand for."""
    steps = q.astype(np.int32) - along(zero_point, q, axis)  # up to 255: too many for int8
    return (steps * along(scale, q, axis)).astype(np.float32)


def int8_matmul(qx: Array, qw: Array, sx: float, zx: int, sw: Array) -> Array:
    """x w^T for x = sx (qx - zx), (N, D), and w = sw qw, (M, D) with a scale for each row."""
    total: Array = (qx.astype(np.int32) - zx) @ qw.astype(np.int32).T
    return (sx * sw * total).astype(np.float32)


def along(values: Any, x: Array, axis: int | None) -> Array:
    """Values of a whole tensor as they are, those by index of `axis` shaped to broadcast against x."""
    shape = [-1 if i == axis else 1 for i in range(x.ndim)]
    shaped: Array = values if axis is None else values.reshape(shape)
    return shaped
