# the last tile of rows and columns moved back, so that it is full; K ends where it ends
import numpy as np


def tiled_matmul(a, b, tile_m, tile_n, tile_k, block_product):
    m, k, n = *a.shape, b.shape[1]
    out = np.zeros((m, n), a.dtype)
    for i in range(0, m, tile_m):
        i = max(min(i, m - tile_m), 0)
        for j in range(0, n, tile_n):
            j = max(min(j, n - tile_n), 0)
            parts = [
                block_product(a[i : i + tile_m, p : p + tile_k], b[p : p + tile_k, j : j + tile_n])
                for p in range(0, k, tile_k)
            ]
            out[i : i + tile_m, j : j + tile_n] = sum(parts)
    return out
