# wrong answer
# the accumulator starts anew inside the loop over K
import numpy as np


def tiled_matmul(a, b, tile_m, tile_n, tile_k, block_product):
    m, k = a.shape
    n = b.shape[1]
    out = np.zeros((m, n), np.float64)
    for i0 in range(0, m, tile_m):
        i1 = min(i0 + tile_m, m)
        for j0 in range(0, n, tile_n):
            j1 = min(j0 + tile_n, n)
            for k0 in range(0, k, tile_k):
                k1 = min(k0 + tile_k, k)
                acc = np.zeros((i1 - i0, j1 - j0))
                acc += block_product(a[i0:i1, k0:k1], b[k0:k1, j0:j1])
                out[i0:i1, j0:j1] = acc
    return out.astype(a.dtype)
