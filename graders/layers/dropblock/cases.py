"""What `dropblock` is tried on: maps of other height than width, blocks of one pixel up to the whole map."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np


def generate(
    rng: np.random.Generator,
    *,
    shape: Sequence[int],
    keep_prob: float,
    block_size: int,
    seeds: float = 0.2,
    ties: bool = False,
) -> dict[str, Any]:
    """Draws u of which the share `seeds`, and at least one unless it is 0, is below gamma.

    The draws keep a distance from gamma and lie on both sides of what it would be with a factor left out.
    `ties` puts half of them at 1 - keep_prob, which is gamma for blocks of one pixel.
    """
    *_, h, w = shape
    least, most = (1 - keep_prob) / block_size**2, 1 - keep_prob  # gamma lies in between
    gamma = least * (h + block_size - 1) * (w + block_size - 1) / (h * w)

    def between(low: float, high: float) -> Any:
        return low + (high - low) * rng.uniform(0.02, 0.98, shape)

    coin, seed = rng.random(shape) < 0.5, rng.random(shape) < seeds
    if seeds:
        seed.flat[rng.integers(seed.size)] = True
    below = np.where(coin, between(0, least), between(least, gamma))
    above = np.where(coin, between(most, 1), between(gamma, most))
    u = np.where(seed, below, above)
    if block_size == 1 or h == w == 1:  # gamma is one of the two bounds
        u = np.where(seed, between(0, gamma), between(gamma, 1))
    if ties:
        u = np.where(coin, 1 - keep_prob, u)
        u.flat[-1] = 1 - keep_prob
    return {"u": u, "keep_prob": keep_prob, "block_size": block_size}
