# wrong answer
# each block's product is rounded to float16 before it is added
import numpy as np


def tiled_matmul(a, b, tile_m, tile_n, tile_k, block_product):
    m, k = a.shape
    n = b.shape[1]
    out = np.zeros((m, n), np.float64)
    for i in range(0, m, tile_m):
        for j in range(0, n, tile_n):
            for p in range(0, k, tile_k):
                part = block_product(a[i : i + tile_m, p : p + tile_k], b[p : p + tile_k, j : j + tile_n])
                out[i : i + tile_m, j : j + tile_n] += part.astype(a.dtype)
    return out.astype(a.dtype)
