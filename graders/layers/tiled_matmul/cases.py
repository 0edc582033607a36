"""What `tiled-matmul` is tried on: tiles that fit, do not, or exceed the sizes, and long sums in float16."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np


def generate(
    rng: np.random.Generator,
    *,
    m: int,
    k: int,
    n: int,
    tiles: Sequence[int],
    half: bool = False,
    alike: bool = False,
    cancel: float = 0.0,
    again: bool = False,
) -> dict[str, Any]:
    """Matrices (M, K) and (K, N), float16 if `half`, and the tile sizes of M, N and K in this order.

    `alike`: all values lie between 0.5 and 0.7, so that a long sum outgrows its terms. `cancel`: the second
    half of K takes back what the first adds up, products of about that size. `again` asks the driver for a
    second product.
    """
    a, b = 0.3 + rng.standard_normal((m, k)), 0.3 + rng.standard_normal((k, n))
    if alike:
        a, b = rng.uniform(0.5, 0.7, (m, k)), rng.uniform(0.5, 0.7, (k, n))
    if cancel:
        size, first = cancel**0.5, k // 2
        a[:, :first] = rng.uniform(0.8, 1.2, (m, first)) * size
        a[:, first:] += 0.5 - a[:, :first]
        b[:] = np.concatenate([rng.uniform(0.8, 1.2, (first, n)) * size] * 2)
    if half:
        a, b = a.astype(np.float16), b.astype(np.float16)
    tile_m, tile_n, tile_k = tiles
    return {"a": a, "b": b, "tile_m": tile_m, "tile_n": tile_n, "tile_k": tile_k, "again": again}
