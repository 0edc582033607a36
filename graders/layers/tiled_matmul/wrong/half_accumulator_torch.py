# wrong answer
# adds up in the result, which is float16
import torch


def tiled_matmul(a, b, tile_m, tile_n, tile_k, block_product):
    M, K = a.shape
    N = b.shape[1]
    c = torch.zeros(M, N, dtype=a.dtype, device=a.device)
    for i in range(0, M, tile_m):
        for j in range(0, N, tile_n):
            for k in range(0, K, tile_k):
                c[i : i + tile_m, j : j + tile_n] += block_product(
                    a[i : i + tile_m, k : k + tile_k], b[k : k + tile_k, j : j + tile_n]
                )
    return c
