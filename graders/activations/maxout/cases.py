"""What `maxout` is tried on: sizes of all kinds, exact ties, a second batch while the cache waits."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np


def generate(
    rng: np.random.Generator,
    *,
    n: int,
    d: int,
    k: int,
    m: int,
    shift: float = 0.3,
    bias: float = 1.0,
    tie: Sequence[int] = (),
    other: bool = False,
) -> dict[str, Any]:
    """One batch and a layer of k pieces, whose biases have size `bias` around `shift`.

    The pieces in `tie` are the same, raised above the others; all numbers are then small integers, so that
    pre-activations are exact in whatever order they are summed. `other` adds a batch, to be run between.
    """
    x = 0.3 + rng.standard_normal((n, d))
    w = rng.standard_normal((k, d, m))
    b = shift + bias * rng.standard_normal((k, m))
    if tie:
        x, w, b = (np.rint(2 * array) for array in (x, w, b))
        chosen = list(tie)
        w[chosen] = w[chosen[0]]
        b[chosen] = b[chosen[0]] + 5
    return {
        "x": x,
        "w": w,
        "b": b,
        "dout": 0.5 + rng.standard_normal((n, m)),
        "other_x": -0.2 + rng.standard_normal((n, d)) if other else None,
    }
