"""What `sigmoid-tanh` is tried on: any shape and size of numbers, a second array while caches wait."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np


def generate(
    rng: np.random.Generator,
    *,
    shape: Sequence[int],
    scale: float = 2.0,
    values: Sequence[float] = (),
    integers: bool = False,
    other: bool = False,
) -> dict[str, Any]:
    """x of size `scale`, more of it positive than negative, beginning with `values`; dout like it.

    `integers` draws x from -6 to 9. `other` adds a second array, for the calls in between.
    """
    x: Any = np.asarray(scale * (0.4 + rng.standard_normal(shape)))
    x.flat[: len(values)] = values
    if integers:
        x = rng.integers(-6, 10, shape)
    return {
        "x": x,
        "dout": np.asarray(0.5 + rng.standard_normal(shape)),
        "other": 0.3 + rng.standard_normal(shape) if other else None,
    }
