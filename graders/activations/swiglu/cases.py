"""What `swiglu` is tried on: rows and sequences, layers narrow and wide, gates far out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np


def generate(
    rng: np.random.Generator,
    *,
    shape: Sequence[int],
    d: int,
    f: int,
    gate: float = 1.5,
    again: bool = False,
) -> dict[str, Any]:
    """x of `shape` and d features, a layer of f units, pre-activations of the gate of size `gate`.

    `again` asks the driver for a second layer on the output of the first.
    """
    return {
        "x": 0.4 + rng.standard_normal((*shape, d)),
        "w_gate": gate * (0.1 + rng.standard_normal((f, d))) / d**0.5,
        "w_up": (0.3 + rng.standard_normal((f, d))) / d**0.5,
        "w_down": (-0.2 + rng.standard_normal((d, f))) / f**0.5,
        "again": again,
    }
