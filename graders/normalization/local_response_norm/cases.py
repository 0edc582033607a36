"""What `local-response-norm` is tried on: odd, even and very wide windows, small and huge activations."""

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
    size: int,
    alpha: float | None = None,
    beta: float | None = None,
    k: float | None = None,
    scale: float = 1.0,
    again: bool = False,
) -> dict[str, Any]:
    """Activations of size `scale` whose channels differ; the options are left out unless given.

    `again` asks the driver for a second layer on the output of the first.
    """
    strength = scale * rng.uniform(0.3, 3, (n, c, 1, 1))
    options = {"alpha": alpha, "beta": beta, "k": k}
    return {
        "x": strength * (0.7 + rng.standard_normal((n, c, *hw))),
        "size": size,
        "options": {name: value for name, value in options.items() if value is not None},
        "again": again,
    }
