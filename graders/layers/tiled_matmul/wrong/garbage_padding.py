# wrong answer
# one buffer for all tiles: at the edges it still holds the last tile's values
import numpy as np


def tiled_matmul(a, b, tile_m, tile_n, tile_k, block_product):
    M, K = a.shape
    N = b.shape[1]
    out = np.zeros((M, N), np.result_type(a.dtype, np.float32))
    left = np.zeros((tile_m, tile_k), a.dtype)
    right = np.zeros((tile_k, tile_n), a.dtype)
    for i in range(0, M, tile_m):
        for j in range(0, N, tile_n):
            acc = np.zeros((tile_m, tile_n), out.dtype)
            for k in range(0, K, tile_k):
                x, y = a[i : i + tile_m, k : k + tile_k], b[k : k + tile_k, j : j + tile_n]
                left[: x.shape[0], : x.shape[1]] = x
                right[: y.shape[0], : y.shape[1]] = y
                acc += block_product(left, right)
            part = out[i : i + tile_m, j : j + tile_n]
            part[:] = acc[: part.shape[0], : part.shape[1]]
    return out.astype(a.dtype)
