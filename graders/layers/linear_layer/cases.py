"""What `linear-layer` is tried on: batches of two to four axes, with and without a bias, a second batch."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np


def generate(
    rng: np.random.Generator,
    *,
    shape: Sequence[int],
    m: int,
    bias: bool = True,
    again: bool = False,
) -> dict[str, Any]:
    """A batch of `shape`, (N, ...), a layer to `m` values, and the output's gradient.

    `again` adds a second batch, which goes forward and back while the first cache waits.
    """
    d = math.prod(shape[1:])
    drawn = {
        "x": 0.5 + rng.standard_normal(shape),
        "w": 0.2 + rng.standard_normal((m, d)),
        "b": rng.uniform(0.5, 3, m) * rng.choice([1, 1, -1], m) if bias else None,
        "dout": 0.3 + rng.standard_normal((shape[0], m)),
    }
    second = {
        "x2": rng.standard_normal(shape) - 1 if again else None,
        "dout2": 0.5 + rng.standard_normal((shape[0], m)) if again else None,
    }
    return {**drawn, **second}
