"""What `im2col` is tried on: overlapping windows and gaps between them, every option by axis."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

Pair = int | Sequence[int] | None


def generate(
    rng: np.random.Generator,
    *,
    n: int,
    c: int,
    hw: Sequence[int],
    k: int | Sequence[int],
    stride: Pair = None,
    padding: Pair = None,
    dilation: Pair = None,
    again: bool = False,
) -> dict[str, Any]:
    """Images for im2col, and columns of as many windows for col2im, which have nothing to do with them.

    `stride`, `padding` and `dilation` are left to their defaults unless given. `again` asks the driver for
    the way there and back with the same image.
    """
    options: dict[str, Any] = {"stride": stride, "padding": padding, "dilation": dilation}
    k_h, k_w = pair(k)
    windows = 1
    for axis, size in enumerate(hw):
        s, p, d = (pair(given)[axis] for given in (stride or 1, padding or 0, dilation or 1))
        windows *= (size + 2 * p - d * ((k_h, k_w)[axis] - 1) - 1) // s + 1
    return {
        "x": rng.uniform(-1, 2, (c, 1, 1)) + rng.standard_normal((n, c, *hw)),
        "cols": 0.4 + rng.standard_normal((n, c * k_h * k_w, windows)),
        "size": tuple(hw),
        "kernel_size": plain(k),
        "options": {name: plain(value) for name, value in options.items() if value is not None},
        "again": again,
    }


def plain(value: int | Sequence[int]) -> int | tuple[int, ...]:
    return value if isinstance(value, int) else tuple(value)


def pair(value: int | Sequence[int]) -> Sequence[int]:
    return (value, value) if isinstance(value, int) else value
