"""What `transposed-conv2d` is tried on: overlaps, holes, cropping, rows that only output_padding adds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np


def generate(
    rng: np.random.Generator,
    *,
    n: int = 2,
    c: int = 3,
    o: int = 2,
    hw: Sequence[int] = (3, 4),
    k: Sequence[int] = (3, 2),
    bias: bool = True,
    then: int = 0,
    **options: int,
) -> dict[str, Any]:
    """Images, kernels that are not symmetric, and a bias that no output can hide.

    `options` are those of the function that are not left to their defaults. `then` is the number of channels
    of a second layer, with 2 x 3 kernels and stride 2.
    """
    x = rng.standard_normal((n, c, *hw)) + rng.uniform(0.3, 1, (c, 1, 1))
    w = rng.standard_normal((c, o, *k)) + rng.uniform(-0.5, 0.5, (1, o, 1, 1))
    return {
        "x": x,
        "w": w,
        "b": rng.uniform(0.5, 2, o) * rng.choice([1, -1], o) if bias else None,
        "options": options,
        "next_w": rng.standard_normal((o, then, 2, 3)) + 0.2 if then else None,
    }
