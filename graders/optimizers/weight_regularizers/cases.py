"""What `weight-regularizers` is tried on: one function at a time, on weights of one to four axes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np


def generate(
    rng: np.random.Generator,
    *,
    rule: str,
    shape: Sequence[int],
    zeros: bool = False,
    norms: Sequence[float] | None = None,
    **settings: float,
) -> dict[str, Any]:
    """Weights of size 0.3 to 2.3, more of them positive; with `zeros` every third one is 0.

    `norms` scales the rows to these lengths, and "settings" are the strengths that the rule takes. The row of
    length 5 is (3, 4, 0, ...), whose norm is exact.
    """
    w = rng.uniform(0.3, 2.3, shape) * rng.choice([1, 1, 1, -1], shape)
    if zeros:
        w.reshape(-1)[::3] = 0
    if norms is not None:
        rows = w.reshape(len(w), -1)
        rows *= (np.array(norms) / np.sqrt((rows**2).sum(axis=1)))[:, None]
        for row in rows[np.array(norms) == 5]:
            row[:] = 0
            row[:2] = 3, 4
    return {"rule": rule, "w": w, "settings": settings}
