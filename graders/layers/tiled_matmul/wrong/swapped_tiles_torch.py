# run-time error
# tile_n for the rows and tile_m for the columns
import torch


def tiled_matmul(a, b, tile_m, tile_n, tile_k, block_product):
    wide = torch.float32 if a.dtype == torch.float16 else a.dtype
    out = torch.zeros((a.shape[0], b.shape[1]), dtype=wide, device=a.device)
    for i in range(0, a.shape[0], tile_n):
        for j in range(0, b.shape[1], tile_m):
            for k in range(0, a.shape[1], tile_k):
                out[i : i + tile_n, j : j + tile_m] += block_product(
                    a[i : i + tile_n, k : k + tile_k], b[k : k + tile_k, j : j + tile_m]
                )
    return out.to(a.dtype)
