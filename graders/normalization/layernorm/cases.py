"""What `layernorm` is tried on: two to four axes, odd rows, a second call while the first cache waits."""

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
    offset: float = 0.0,
    spread: float = 1.0,
    constant: bool = False,
    gamma_zero: bool = False,
    again: bool = False,
) -> dict[str, Any]:
    """x of `shape` and d features, each row with a mean and a spread of its own, and its output gradient.

    `eps` is left to the default unless given. `constant`: the first row holds one value throughout. `again`
    asks the driver for a second call between the first one's forward and backward.
    """
    full = (*shape, d)
    centre = offset + rng.uniform(-2, 2, (*shape, 1))
    x = centre + spread * rng.uniform(0.5, 2, (*shape, 1)) * rng.standard_normal(full)
    if constant:
        x.reshape(-1, d)[0] = 3.25
    gamma = rng.uniform(0.5, 2, d) * np.where(np.arange(d) % 3 == 1, -1, 1)
    if gamma_zero:
        gamma[::2] = 0
    return {
        "x": x,
        "gamma": gamma,
        "beta": rng.uniform(-2, 2, d),
        "options": {} if eps is None else {"eps": eps},
        "dout": 0.3 + rng.standard_normal(full),
        "again": again,
    }
