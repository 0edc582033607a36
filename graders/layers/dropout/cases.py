"""What `dropout` is tried on: many p, draws equal to p, zeros and infinities in x, a call in between."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np


def generate(
    rng: np.random.Generator,
    *,
    shape: Sequence[int],
    p: float,
    training: bool = True,
    ties: bool = False,
    relu: bool = False,
    dropped: str | None = None,
    again: Any = None,
) -> dict[str, Any]:
    """Draws u are multiples of 1/1024, so that float32 holds them; some are 0.

    `ties` makes some of them equal to p. `relu` leaves no negative x. `dropped` is put into x and dout at
    some of the places that are dropped. `again` has p and training of a second call.
    """
    x = 0.5 + rng.standard_normal(shape)
    if relu:
        x = np.maximum(x, 0)
    u = rng.integers(0, 1024, shape) / 1024
    u.flat[rng.integers(u.size)] = 0
    if ties:
        u[rng.random(shape) < 0.5] = p
        u.flat[-1] = p
    dout = 0.3 + rng.standard_normal(shape)
    return {
        "x": x,
        "p": p,
        "u": u,
        "training": training,
        "dout": dout,
        "poison": None if dropped is None else [(u < p) & (rng.random(shape) < 0.6), dropped],
        "again": None if again is None else {**again, "u": rng.integers(0, 1024, shape) / 1024},
    }
