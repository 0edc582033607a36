# wrong answer
# accumulates in float32 whatever comes in
import numpy as np


def tiled_matmul(a, b, tile_m, tile_n, tile_k, block_product):
    (M, K), N = a.shape, b.shape[1]
    c = np.zeros((M, N), dtype="float32")
    for k in range(0, K, tile_k):
        for i in range(0, M, tile_m):
            for j in range(0, N, tile_n):
                c[i : i + tile_m, j : j + tile_n] += block_product(
                    a[i : i + tile_m, k : k + tile_k], b[k : k + tile_k, j : j + tile_n]
                )
    return c.astype(a.dtype)
