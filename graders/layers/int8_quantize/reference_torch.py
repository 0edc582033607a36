"""Affine and symmetric int8 quantisation and its integer product (Jacob et al. 2018, section 2)."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor


def quant_params(x: Tensor, axis: int | None = None, symmetric: bool = True) -> tuple[Tensor, Tensor]:
    """(scale, zero_point) of x as a whole, or one of each for every index of `axis`."""
    others = tuple(i for i in range(x.ndim) if i != axis)
    low, high = x.amin(others).clip(max=0), x.amax(others).clip(min=0)  # the range holds 0
    scale = torch.maximum(-low, high) / 127 if symmetric else (high - low) / 255
    scale = torch.where(scale > 0, scale, 1.0)
    zero_point = 0 * scale if symmetric else torch.round(-128 - low / scale)
    return scale, zero_point.to(torch.int64)


def quantize(x: Tensor, scale: Any, zero_point: Any, axis: int | None = None) -> Tensor:
    """The int8 levels that are nearest to x; halves go to the even number of steps."""
    steps = torch.round(x / along(scale, x, axis))
    return torch.clip(steps + along(zero_point, x, axis), -128, 127).to(torch.int8)


def dequantize(q: Tensor, scale: Any, zero_point: Any, axis: int | None = None) -> Tensor:
    """The numbers that the levels q stand for."""
    steps = q.to(torch.int32) - along(zero_point, q, axis)  # up to 255: too many for int8
    return (steps * along(scale, q, axis)).to(torch.float32)


def int8_matmul(qx: Tensor, qw: Tensor, sx: float, zx: int, sw: Tensor) -> Tensor:
    """x w^T for x = sx (qx - zx), (N, D), and w = sw qw, (M, D) with a scale for each row."""
    products = (qx.to(torch.int32) - zx)[:, None, :] * qw.to(torch.int32)  # CUDA has no int32 matmul
    return (sx * sw * products.sum(-1)).to(torch.float32)


def along(values: Any, x: Tensor, axis: int | None) -> Tensor:
    """Values of a whole tensor as they are, those by index of `axis` shaped to broadcast against x."""
    shape = [-1 if i == axis else 1 for i in range(x.ndim)]
    shaped: Tensor = values if axis is None else values.reshape(shape)
    return shaped
