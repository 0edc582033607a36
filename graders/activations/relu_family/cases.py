"""What `relu-family` is tried on: any shape, zeros, tiny and huge numbers, slopes of every size."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np


def generate(
    rng: np.random.Generator,
    *,
    shape: Sequence[int],
    scale: float = 2.0,
    values: Sequence[float] = (),
    alpha: str | None = None,
    slope: float | None = None,
    elu_alpha: float | None = None,
) -> dict[str, Any]:
    """x of size `scale`, beginning with `values`, and dout like it.

    `alpha` ("channels" or "shared") gives PReLU its slopes, some of them negative; without it there is no
    PReLU in the case. `slope` and `elu_alpha` are left to the defaults unless given.
    """
    x = np.asarray(scale * (0.2 + rng.standard_normal(shape)))
    x.flat[: len(values)] = values
    slopes = {"channels": shape[1], "shared": 1}[alpha] if alpha else 0
    return {
        "x": x,
        "dout": np.asarray(0.8 + rng.standard_normal(shape)),
        "alpha": rng.uniform(0.2, 1.8, slopes) * np.where(np.arange(slopes) % 3 == 1, -1, 1)
        if alpha
        else None,
        "leaky_options": {} if slope is None else {"slope": slope},
        "elu_options": {} if elu_alpha is None else {"alpha": elu_alpha},
    }
