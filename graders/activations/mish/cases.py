"""What `mish` is tried on: any shape, around the minimum, and far out on either side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np


def generate(
    rng: np.random.Generator,
    *,
    shape: Sequence[int],
    scale: float = 2.0,
    shift: float = 0.4,
    values: Sequence[float] = (),
) -> dict[str, Any]:
    """x of size `scale` around `shift`, beginning with `values`; dout like it, away from zero."""
    x = np.asarray(scale * rng.standard_normal(shape) + shift * min(scale, 1))
    x.flat[: len(values)] = values
    return {"x": x, "dout": np.asarray(rng.uniform(0.5, 2, shape) * rng.choice([1, 1, -1], shape))}
