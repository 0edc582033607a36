"""What `clip-gradients` is tried on: lists of arrays with a given norm, clipped by either rule."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np


def generate(
    rng: np.random.Generator,
    *,
    shapes: Sequence[Sequence[int]],
    norm: float,
    max_norm: float | None = None,
    limit: float | None = None,
    poison: bool = False,
    reuse: bool = False,
) -> dict[str, Any]:
    """Gradients that have the global norm `norm`, to be clipped by `max_norm` or by `limit`.

    `poison` makes the caller put a NaN into the first array; `reuse` makes it zero its arrays afterwards.
    """
    arrays = [rng.uniform(0.2, 1.2, shape) * rng.choice([1, 1, 1, -1], shape) for shape in shapes]
    total = np.sqrt(sum((each**2).sum() for each in arrays)) or 1.0
    return {
        "grads": [np.asarray(each * (norm / total)) for each in arrays],
        "max_norm": max_norm,
        "limit": limit,
        "poison": poison,
        "reuse": reuse,
    }
