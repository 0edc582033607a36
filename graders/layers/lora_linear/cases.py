"""What `lora-linear` is tried on: ranks from one to above both sizes, B at zero, a few steps from there."""

from __future__ import annotations

from typing import Any

import numpy as np


def generate(
    rng: np.random.Generator,
    *,
    n: int,
    d: int,
    m: int,
    r: int,
    alpha: float,
    bias: bool = True,
    zero_b: bool = False,
    steps: int = 0,
) -> dict[str, Any]:
    """A batch, a linear layer, an adapter of rank r, and the output's gradient.

    `zero_b`: B is zeros, as where fine-tuning begins. The caller takes `steps` of gradient descent.
    """
    return {
        "x": 0.4 + rng.standard_normal((n, d)),
        "w": 0.2 + rng.standard_normal((m, d)),
        "b": rng.uniform(0.5, 2, m) * rng.choice([1, 1, -1], m) if bias else None,
        "a": 0.3 + rng.standard_normal((r, d)),
        "bb": np.zeros((m, r)) if zero_b else 0.3 + rng.standard_normal((m, r)),
        "alpha": alpha,
        "dout": 0.3 + rng.standard_normal((n, m)),
        "steps": steps,
    }
