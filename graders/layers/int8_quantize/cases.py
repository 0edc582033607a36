"""What `int8-quantize` is tried on: tensors to find parameters for, given parameters, and integer products.

Quotients that are to be rounded keep a distance from one half, except where the scale is a power of two.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np


def generate(
    rng: np.random.Generator,
    *,
    tensor: Sequence[int] | None = None,
    symmetric: bool | None = None,
    sign: int = 0,
    zero: str | None = None,
    outlier: float | None = None,
    given: Sequence[int] | None = None,
    axis: int | None = None,
    zeros: int | Sequence[int] = 0,
    halves: bool = False,
    beyond: bool = False,
    product: Sequence[int] | None = None,
    zx: int = 0,
    then_zx: int | None = None,
    extreme: bool = False,
) -> dict[str, Any]:
    """The arguments of the functions that a case is about; those of the others are None.

    tensor: shape of an x to find parameters for, along `axis` and `symmetric` unless these are None.
        sign: 1 or -1 for values of one sign. zero: "all", or "slice" for one index of the axis.
        outlier: the largest value, beside others around 1.
    given: shape of an x to quantise with given parameters, of zero points `zeros`. halves: every value lies
        half way between two levels. beyond: some lie out of range.
    product: (N, D, M), with the zero point zx, and once more with then_zx. extreme: levels at the ends.
    """
    inputs: dict[str, Any] = dict.fromkeys(("x", "values", "levels", "scale", "zero_point", "qx", "qw"))
    inputs |= {
        "options": {},
        "axis": axis,
        "sx": None,
        "zx": zx if product else None,
        "then_zx": then_zx,
        "sw": None,
    }
    if tensor is not None:
        x = np.stack([piece(rng, size, symmetric is not False, sign) for size in sizes(tensor, axis)])
        if outlier is not None:
            x = np.where(np.arange(x.size) == x.size // 2, outlier, rng.standard_normal(x.shape))
        if zero is not None:
            x[0 if zero == "slice" else slice(None)] = 0
        inputs["x"] = folded(x, tensor, axis)
        options = {"axis": axis, "symmetric": symmetric}
        inputs["options"] = {name: value for name, value in options.items() if value is not None}
    if given is not None:
        count = 1 if axis is None else given[axis]
        scale = 2.0 ** rng.permutation(np.arange(count) - 3) if halves else rng.uniform(0.01, 0.2, count)
        steps = rng.integers(-110, 110, (count, int(np.prod(given)) // count)).astype(float)
        if beyond:
            steps[:, ::2] *= 4
        steps += 0.5 if halves else rng.uniform(-0.4, 0.4, steps.shape)
        levels = rng.choice([-128, -127, -5, 0, 3, 90, 127], given).astype(np.int8)
        inputs |= {"values": folded(steps * scale[:, None], given, axis), "levels": levels}
        inputs["scale"] = float(scale[0]) if axis is None else scale
        inputs["zero_point"] = zeros if axis is None else np.array(zeros, np.int64)
    if product is not None:
        n, d, m = product
        qx, qw = rng.integers(-128, 128, (n, d)), rng.integers(-127, 128, (m, d))
        if extreme:
            qx, qw = np.where(rng.random((n, d)) < 0.97, 127, -128), np.full((m, d), -127)
            qw[::2] = 127
        inputs |= {"qx": qx.astype(np.int8), "qw": qw.astype(np.int8)}
        inputs |= {"sx": float(rng.uniform(0.01, 0.1)), "sw": rng.uniform(0.01, 0.1, m)}
    return inputs


def sizes(shape: Sequence[int], axis: int | None) -> list[int]:
    """The number of values in each slice."""
    count = 1 if axis is None else shape[axis]
    return [int(np.prod(shape)) // count] * count


def folded(rows: Any, shape: Sequence[int], axis: int | None) -> Any:
    """Rows, one for each index of the axis, as an array of the shape."""
    if axis is None:
        return rows.reshape(shape)
    others = [size for i, size in enumerate(shape) if i != axis]
    return np.moveaxis(rows.reshape(shape[axis], *others), 0, axis)


def piece(rng: np.random.Generator, size: int, symmetric: bool, sign: int) -> Any:
    """A slice of so many values, whose ends are where its scale and zero point want them."""
    scale = rng.uniform(0.01, 0.2)
    if symmetric:
        low, high = (-127, 127) if sign == 0 else (0, 127)
        ends = [float(rng.choice([-1, 1])) * 127]
    else:
        zero = float(rng.integers(30, 220)) + rng.uniform(-0.4, 0.4) if sign == 0 else 0.0
        low, high = int(np.ceil(-zero)), int(255 - zero)
        ends = [255 - zero] if sign else [-zero, 255 - zero]
    steps = rng.integers(low + 1, high, size) + rng.uniform(-0.4, 0.4, size)
    steps[: len(ends)] = ends
    steps = rng.permutation(steps) * scale
    return steps if sign == 0 else sign * np.abs(steps)
