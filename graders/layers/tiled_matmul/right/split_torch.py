import torch


def tiled_matmul(a, b, tile_m, tile_n, tile_k, block_product):
    def tile(rows, columns):
        pairs = zip(rows.split(tile_k, 1), columns.split(tile_k, 0), strict=True)
        return torch.stack([block_product(x, y) for x, y in pairs]).sum(0)

    return torch.cat([torch.cat([tile(x, y) for y in b.split(tile_n, 1)], 1) for x in a.split(tile_m)]).to(
        a.dtype
    )
