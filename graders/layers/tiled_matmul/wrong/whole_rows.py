# run-time error
# tiles over M and N only: each block has all of K
import numpy as np


def tiled_matmul(a, b, tile_m, tile_n, tile_k, block_product):
    out = np.empty((a.shape[0], b.shape[1]), a.dtype)
    for i in range(0, a.shape[0], tile_m):
        for j in range(0, b.shape[1], tile_n):
            out[i : i + tile_m, j : j + tile_n] = block_product(a[i : i + tile_m], b[:, j : j + tile_n])
    return out
