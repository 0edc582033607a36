"""What `batchnorm` is tried on: two or four axes, either mode, a second batch while the first cache waits."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np


def generate(
    rng: np.random.Generator,
    *,
    n: int,
    c: int,
    hw: Sequence[int] = (),
    training: bool,
    momentum: float | None = None,
    eps: float | None = None,
    offset: float = 0.0,
    spread: float = 1.0,
    constant: int | None = None,
    gamma_zero: bool = False,
    then: str | None = None,
) -> dict[str, Any]:
    """One batch with distinct means and spreads per channel, its parameters and its output gradient.

    `momentum` and `eps` are left to the defaults unless given. Channel `constant` holds one value throughout.
    `then` ("train" or "eval") asks the driver for a second call between the first one's forward and backward.
    """
    shape = (n, c, *hw)
    column = (c, *(1,) * len(hw))
    centre = offset + rng.uniform(-2, 2, column)
    x = centre + spread * rng.uniform(0.5, 2, column) * rng.standard_normal(shape)
    if constant is not None:
        x[:, constant] = 3.25
    gamma = rng.uniform(0.5, 2, c) * np.where(np.arange(c) % 3 == 1, -1, 1)
    if gamma_zero:
        gamma[::2] = 0
    options = {"momentum": momentum, "eps": eps}
    return {
        "x": x,
        "gamma": gamma,
        "beta": rng.uniform(-2, 2, c),
        "running_mean": offset + rng.uniform(-2, 2, c),
        "running_var": spread**2 * rng.uniform(0.5, 4, c),
        "training": training,
        "options": {name: value for name, value in options.items() if value is not None},
        "dout": 0.3 + rng.standard_normal(shape),
        "then": then,
    }
