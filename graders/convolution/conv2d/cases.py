"""What `conv2d` is tried on: images and kernels that are not square, with every option by axis."""

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
    o: int,
    hw: Sequence[int],
    k: Sequence[int],
    bias: bool = True,
    stride: Pair = None,
    padding: Pair = None,
    dilation: Pair = None,
    again: bool = False,
) -> dict[str, Any]:
    """Images with an offset for each channel and kernels that no flip leaves as they are.

    `stride`, `padding` and `dilation` are left to their defaults unless given. `again` asks the driver for a
    second convolution, of the first one's output with kernels of its own.
    """
    options: dict[str, Any] = {"stride": stride, "padding": padding, "dilation": dilation}
    return {
        "x": rng.uniform(-1, 2, (c, 1, 1)) + rng.standard_normal((n, c, *hw)),
        "w": rng.uniform(-0.5, 0.5, (o, 1, 1, 1)) + rng.standard_normal((o, c, *k)),
        "b": rng.uniform(0.5, 2, o) * rng.choice([-1, 1], o) if bias else None,
        "options": {
            name: value if isinstance(value, int) else tuple(value)
            for name, value in options.items()
            if value is not None
        },
        "next_w": rng.standard_normal((3, o, 1, 2)) + 0.3 if again else None,
    }
