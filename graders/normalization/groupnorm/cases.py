"""What `groupnorm` is tried on: groups from one to all channels, single pixels, a second call in between."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np


def generate(
    rng: np.random.Generator,
    *,
    n: int,
    c: int,
    hw: Sequence[int],
    groups: int,
    eps: float | None = None,
    offset: float = 0.0,
    constant: int | None = None,
    gamma_zero: bool = False,
    again: int | None = None,
) -> dict[str, Any]:
    """Images whose channels differ in mean and spread, and their output gradient.

    `eps` is left to the default unless given. The channels of group `constant` hold one value. `again`
    asks the driver for a second call, with so many groups, between the first one's forward and backward.
    """
    shape = (n, c, *hw)
    centre = offset + rng.uniform(-2, 2, (n, c, 1, 1))
    x = centre + rng.uniform(0.5, 2, (n, c, 1, 1)) * rng.standard_normal(shape)
    if constant is not None:
        size = c // groups
        x[:, constant * size : (constant + 1) * size] = 3.25
    gamma = rng.uniform(0.5, 2, c) * np.where(np.arange(c) % 3 == 1, -1, 1)
    if gamma_zero:
        gamma[::2] = 0
    return {
        "x": x,
        "num_groups": groups,
        "gamma": gamma,
        "beta": rng.uniform(-2, 2, c),
        "options": {} if eps is None else {"eps": eps},
        "dout": 0.3 + rng.standard_normal(shape),
        "again": again,
    }
