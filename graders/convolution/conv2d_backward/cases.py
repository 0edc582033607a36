"""What `conv2d-backward` is tried on: strides that leave pixels over, padding of all sizes, a second call."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np


def generate(
    rng: np.random.Generator,
    *,
    n: int,
    c: int,
    o: int,
    hw: Sequence[int],
    kernel: Sequence[int],
    stride: int | None = None,
    padding: int | None = None,
    again: bool = False,
) -> dict[str, Any]:
    """Images, weights, a bias and the gradient of the output; stride and padding where they are given.

    `again` asks the driver for a second call, on other numbers, between the first one's forward and backward.
    """
    s, p = stride or 1, padding or 0
    out_h, out_w = ((size + 2 * p - k) // s + 1 for size, k in zip(hw, kernel, strict=True))
    options = {"stride": stride, "padding": padding}
    return {
        "x": 0.5 + rng.standard_normal((n, c, *hw)),
        "w": 0.3 + rng.standard_normal((o, c, *kernel)),
        "b": rng.uniform(1, 3, o) * np.where(np.arange(o) % 2, -1, 1),
        "dout": 0.4 + rng.standard_normal((n, o, out_h, out_w)),
        "options": {name: value for name, value in options.items() if value is not None},
        "again": again,
    }
