"""What `rmsnorm` is tried on: two to four axes, zero rows, numbers whose squares float16 does not hold."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np


def generate(
    rng: np.random.Generator,
    *,
    shape: Sequence[int],
    d: int,
    eps: float | None = None,
    scale: float = 1.0,
    zero_row: bool = False,
    weight_zero: bool = False,
    half: bool = False,
    again: bool = False,
) -> dict[str, Any]:
    """x of `shape` and d features, off centre and of size `scale`, and its output gradient.

    `eps` is left to the default unless given. `half`: the driver casts the arrays to float16, which
    holds them exactly. `again` asks the driver for a second call between the first forward and backward.
    """
    full = (*shape, d)
    x = scale * rng.uniform(0.5, 2, (*shape, 1)) * (1 + rng.standard_normal(full))
    if zero_row:
        x.reshape(-1, d)[0] = 0
    weight = rng.uniform(0.5, 2, d) * np.where(np.arange(d) % 3 == 1, -1, 1)
    if weight_zero:
        weight[::2] = 0
    arrays = {"x": x, "weight": weight, "dout": 0.8 + rng.standard_normal(full)}
    if half:
        arrays = {name: a.astype(np.float16).astype(np.float64) for name, a in arrays.items()}
    return {
        **arrays,
        "options": {} if eps is None else {"eps": eps},
        "half": half,
        "again": again,
    }
