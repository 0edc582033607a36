# wrong answer
# tiled, but with @ in place of block_product
import numpy as np


def tiled_matmul(a, b, tile_m, tile_n, tile_k, block_product):
    M, K = a.shape
    K, N = b.shape
    out = np.zeros((M, N), dtype=np.result_type(a, np.float32))
    for i in range(0, M, tile_m):
        for j in range(0, N, tile_n):
            for k in range(0, K, tile_k):
                left = a[i : i + tile_m, k : k + tile_k].astype(out.dtype)
                out[i : i + tile_m, j : j + tile_n] += left @ b[k : k + tile_k, j : j + tile_n]
    return out.astype(a.dtype)
