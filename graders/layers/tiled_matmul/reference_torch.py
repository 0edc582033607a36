"""Matrix multiplication in tiles, for a device that multiplies small blocks only (Golub & Van Loan, 1.3)."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor


def tiled_matmul(
    a: Tensor,
    b: Tensor,
    tile_m: int,
    tile_n: int,
    tile_k: int,
    block_product: Callable[[Tensor, Tensor], Tensor],
) -> Tensor:
    """a b for a, (M, K), and b, (K, N), by products of blocks up to (tile_m, tile_k) and (tile_k, tile_n).

    A slice ends where its tensor does, so tiles at the edges come out smaller by themselves.
    """
    m, k = a.shape
    n = b.shape[1]
    wide = torch.promote_types(a.dtype, torch.float32)
    out = a.new_empty(m, n)
    for i in range(0, m, tile_m):
        for j in range(0, n, tile_n):
            rows, columns = slice(i, i + tile_m), slice(j, j + tile_n)
            accumulator = torch.zeros(out[rows, columns].shape, dtype=wide, device=a.device)
            for p in range(0, k, tile_k):
                inner = slice(p, p + tile_k)
                accumulator += block_product(a[rows, inner], b[inner, columns])
            out[rows, columns] = accumulator.to(a.dtype)
    return out
