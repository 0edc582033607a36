"""What `warmup-cosine` is tried on: one schedule, asked for a list of steps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np


def generate(
    rng: np.random.Generator, *, steps: Sequence[int], warmup: int, total: int, least: float | None = None
) -> dict[str, Any]:
    """A peak rate of 0.1 to 0.9; `least` is the smallest rate as a share of it (None: the default)."""
    max_lr = float(rng.uniform(0.1, 0.9))
    return {
        "steps": list(steps),
        "max_lr": max_lr,
        "warmup_steps": warmup,
        "total_steps": total,
        "options": {} if least is None else {"min_lr": least * max_lr},
    }
