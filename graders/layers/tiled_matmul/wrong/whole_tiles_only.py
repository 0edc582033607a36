# wrong answer
# M // tile_m tiles: what is left at the edges stays zero
import numpy as np


def tiled_matmul(a, b, tile_m, tile_n, tile_k, block_product):
    M, K = a.shape
    N = b.shape[1]
    c = np.zeros((M, N), dtype=a.dtype)
    for i in range(M // tile_m):
        for j in range(N // tile_n):
            acc = 0
            for k in range(K // tile_k):
                ra, rk, rb = i * tile_m, k * tile_k, j * tile_n
                acc = acc + block_product(
                    a[ra : ra + tile_m, rk : rk + tile_k], b[rk : rk + tile_k, rb : rb + tile_n]
                )
            c[i * tile_m : (i + 1) * tile_m, j * tile_n : (j + 1) * tile_n] = acc
    return c
