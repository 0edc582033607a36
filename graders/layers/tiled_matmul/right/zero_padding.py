# both matrices padded with zeros to whole tiles, the padding cut off at the end
import numpy as np


def tiled_matmul(a, b, tile_m, tile_n, tile_k, block_product):
    (M, K), N = a.shape, b.shape[1]
    a = np.pad(a, ((0, -M % tile_m), (0, -K % tile_k)))
    b = np.pad(b, ((0, -K % tile_k), (0, -N % tile_n)))
    c = np.zeros((a.shape[0], b.shape[1]), np.float64)
    for i, j, k in np.ndindex(a.shape[0] // tile_m, b.shape[1] // tile_n, a.shape[1] // tile_k):
        rows = np.s_[i * tile_m : (i + 1) * tile_m]
        inner = np.s_[k * tile_k : (k + 1) * tile_k]
        columns = np.s_[j * tile_n : (j + 1) * tile_n]
        c[rows, columns] += block_product(a[rows, inner], b[inner, columns])
    return c[:M, :N].astype(a.dtype)
