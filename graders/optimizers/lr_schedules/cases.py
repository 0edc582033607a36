"""What `lr-schedules` is tried on: one schedule at a time, over a list of epochs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np


def generate(
    rng: np.random.Generator, *, schedule: str, epochs: Sequence[int], **settings: Any
) -> dict[str, Any]:
    """A first learning rate of 0.05 to 0.5 and the epochs to ask for; `settings` are the other arguments."""
    return {
        "schedule": schedule,
        "lr0": float(rng.uniform(0.05, 0.5)),
        "epochs": list(epochs),
        "settings": settings,
    }
