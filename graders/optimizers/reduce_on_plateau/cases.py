"""What `reduce-on-plateau` is tried on: histories of losses, with a second scheduler taking turns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np


def generate(
    rng: np.random.Generator, *, losses: Sequence[float | str], lr: float = 0.4, **settings: Any
) -> dict[str, Any]:
    """The losses of `losses`, all times and plus a constant drawn at random, so that their order stays.

    "nan" is NaN. `settings` are the optional arguments.
    """
    scale, shift = rng.uniform(0.2, 3), rng.uniform(-1, 1)
    return {
        "lr": lr,
        "settings": settings,
        "losses": [float(scale * float(loss) + shift) for loss in losses],
    }
