# wrong answer
# keeps every tile full by moving the last one back, also along K
import numpy as np


def starts(size, tile):
    return [max(min(s, size - tile), 0) for s in range(0, size, tile)]


def tiled_matmul(a, b, tile_m, tile_n, tile_k, block_product):
    out = np.zeros((a.shape[0], b.shape[1]), a.dtype)
    for i in starts(a.shape[0], tile_m):
        for j in starts(b.shape[1], tile_n):
            total = np.zeros_like(out[i : i + tile_m, j : j + tile_n], dtype=np.float64)
            for k in starts(a.shape[1], tile_k):
                total += block_product(a[i : i + tile_m, k : k + tile_k], b[k : k + tile_k, j : j + tile_n])
            out[i : i + tile_m, j : j + tile_n] = total
    return out
