"""What `mlp-backprop` is tried on: dead units, units exactly at zero, scores of 10^4, ties, a few steps."""

from __future__ import annotations

from typing import Any

import numpy as np


def generate(
    rng: np.random.Generator,
    *,
    n: int,
    d: int,
    h: int,
    c: int,
    reg: float | None = None,
    scale: float = 1.0,
    gap: float = 0.0,
    dead: bool = False,
    at_zero: bool = False,
    tie: bool = False,
    steps: int = 0,
) -> dict[str, Any]:
    """N samples of D values with labels, and a network of H hidden units and C classes.

    `reg` is left to the default unless given. `scale` multiplies w2; the biases b2 lie `gap` apart. `dead`:
    no hidden unit is active for any sample. `at_zero`: the first sample and every other b1 are 0, so that
    these units are exactly at 0. `tie`: classes 1 and the last share the highest bias. The caller takes
    `steps` of gradient descent.
    """
    x = 0.4 + rng.standard_normal((n, d))
    b1 = rng.uniform(-0.5, 1, h)
    b2 = rng.uniform(0.3, 2, c) * rng.choice([1, 1, -1], c) + gap * rng.permutation(c)
    if dead:
        b1 = rng.uniform(-60, -50, h)
    if at_zero:
        x[0] = 0
        b1[::2] = 0
    if tie:
        b2[1] = b2[-1] = 2.5
    return {
        "x": x,
        "y": rng.permutation(np.arange(n) % c),
        "w1": 0.1 + 0.7 * rng.standard_normal((h, d)),
        "b1": b1,
        "w2": scale * (0.1 + 0.5 * rng.standard_normal((c, h))),
        "b2": b2,
        "options": {} if reg is None else {"reg": reg},
        "steps": steps,
    }
