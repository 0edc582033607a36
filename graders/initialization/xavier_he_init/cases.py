"""What `xavier-he-init` is tried on: linear layers and convolutions of every rank; shapes without fans."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np


def generate(
    rng: np.random.Generator,
    *,
    shape: Sequence[int],
    gain: float | None = None,
    slope: float | None = None,
    mode: str | None = None,
    draws: Sequence[float] = (),
) -> dict[str, Any]:
    """Draws of the weights' shape, the uniform ones beginning with `draws`.

    `gain`, `slope` and `mode` are left to the defaults unless given.
    """
    u = np.asarray(rng.random(shape))
    u.flat[: len(draws)] = draws
    he = {"slope": slope, "mode": mode}
    return {
        "shape": tuple(shape),
        "u": u,
        "z": np.asarray(rng.standard_normal(shape)),
        "xavier": {} if gain is None else {"gain": gain},
        "he": {name: value for name, value in he.items() if value is not None},
    }
