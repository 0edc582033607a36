"""What `lstm-cell` is tried on: single steps, chains, and gates driven to their limits."""

from __future__ import annotations

from itertools import product
from typing import Any

import numpy as np


def generate(
    rng: np.random.Generator,
    *,
    n: int,
    d: int,
    h: int,
    steps: int = 1,
    cell: float = 1.5,
    zero_state: bool = False,
    zero_weights: bool = False,
    push: float = 0.0,
) -> dict[str, Any]:
    """One batch, its state and weights; `steps` > 1 adds the inputs of a chain.

    `cell` is the spread of c.
    `push` drives the pre-activations to +-push, unit j taking the j-th of the 16 combinations of signs.
    """
    signs = np.array(list(product((1, -1), repeat=4))).T  # (4, 16)
    return {
        "x": 0.3 + rng.standard_normal((n, d)),
        "h": np.zeros((n, h)) if zero_state else rng.uniform(-0.9, 0.9, (n, h)),
        "c": np.zeros((n, h)) if zero_state else 0.4 + cell * rng.standard_normal((n, h)),
        "w_ih": np.zeros((4 * h, d)) if zero_weights else rng.uniform(-1, 1, (4 * h, d)),
        "w_hh": np.zeros((4 * h, h)) if zero_weights else rng.uniform(-1, 1, (4 * h, h)),
        "b_ih": rng.uniform(-1, 1, 4 * h) + push * np.resize(signs, (4, h)).ravel(),
        "b_hh": rng.uniform(-1, 1, 4 * h),
        "later_x": 0.3 + rng.standard_normal((steps - 1, n, d)) if steps > 1 else [],
    }
