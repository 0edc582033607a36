"""What `bn-folding` is tried on: linear and convolution weights, with and without bias, odd channels."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np


def generate(
    rng: np.random.Generator,
    *,
    shape: Sequence[int],
    bias: bool = True,
    eps: float | None = None,
    dead: bool = False,
    gamma_zero: bool = False,
    again: bool = False,
) -> dict[str, Any]:
    """A layer with weights of `shape`, (O, I) or (O, I, kh, kw), and the batch normalisation after it.

    `eps` is left to the default unless given. `dead`: some channels have a variance of zero or nearly so.
    `again` asks the driver to fold another batch normalisation in.
    """
    out = shape[0]
    var = rng.uniform(0.5, 4, out)
    if dead:
        var[::2] = np.where(np.arange(len(var[::2])) % 2, 1e-6, 0)
    gamma = rng.uniform(0.5, 2, out) * np.where(np.arange(out) % 3 == 1, -1, 1)
    if gamma_zero:
        gamma[::2] = 0
    return {
        "w": 0.3 + rng.standard_normal(tuple(shape)),
        "b": rng.uniform(1, 2, out) if bias else None,
        "gamma": gamma,
        "beta": rng.uniform(-2, 2, out),
        "mean": rng.uniform(-2, 2, out),
        "var": var,
        "options": {} if eps is None else {"eps": eps},
        "again": again,
    }
