# wrong answer
# one accumulator for all tiles of a row, cleared once
import torch


def tiled_matmul(a, b, tile_m, tile_n, tile_k, block_product):
    m, k = a.shape
    n = b.shape[1]
    wide = torch.float64 if a.dtype == torch.float64 else torch.float32
    out = torch.zeros(m, n, dtype=a.dtype, device=a.device)
    for i in range(0, m, tile_m):
        h = min(tile_m, m - i)
        acc = torch.zeros(h, tile_n, dtype=wide, device=a.device)
        for j in range(0, n, tile_n):
            w = min(tile_n, n - j)
            for p in range(0, k, tile_k):
                acc[:, :w] += block_product(a[i : i + h, p : p + tile_k], b[p : p + tile_k, j : j + w])
            out[i : i + h, j : j + w] = acc[:, :w].to(a.dtype)
    return out
