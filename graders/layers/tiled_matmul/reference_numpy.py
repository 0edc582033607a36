"""Matrix multiplication in tiles, for a device that multiplies small blocks only (Golub & Van Loan, 1.3)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating[Any]]


def tiled_matmul(
    a: Array, b: Array, tile_m: int, tile_n: int, tile_k: int, block_product: Callable[[Array, Array], Array]
) -> Array:
    """a b for a, (M, K), and b, (K, N), by products of blocks up to (tile_m, tile_k) and (tile_k, tile_n).

    A slice ends where its array does, so tiles at the edges come out smaller by themselves.
    """
    m, k = a.shape
    n = b.shape[1]
    wide = np.promote_types(a.dtype, np.float32)
    out = np.empty((m, n), a.dtype)
    for i in range(0, m, tile_m):
        for j in range(0, n, tile_n):
            rows, columns = slice(i, i + tile_m), slice(j, j + tile_n)
            accumulator = np.zeros(out[rows, columns].shape, wide)
            for p in range(0, k, tile_k):
                inner = slice(p, p + tile_k)
                accumulator += block_product(a[rows, inner], b[inner, columns])
            out[rows, columns] = accumulator
    return out
