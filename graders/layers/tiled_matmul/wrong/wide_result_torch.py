# wrong answer
# the result keeps the accumulator's dtype
import torch


def tiled_matmul(a, b, tile_m, tile_n, tile_k, block_product):
    rows = []
    for x in a.split(tile_m, 0):
        row = []
        for y in b.split(tile_n, 1):
            total = torch.zeros(
                len(x), y.shape[1], dtype=torch.promote_types(a.dtype, torch.float32), device=a.device
            )
            for xk, yk in zip(x.split(tile_k, 1), y.split(tile_k, 0)):
                total += block_product(xk, yk)
            row.append(total)
        rows.append(torch.cat(row, 1))
    return torch.cat(rows, 0)
