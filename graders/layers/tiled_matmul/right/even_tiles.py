# as many tiles as needed, all of about the same size
import math

import numpy as np


def cuts(size, tile):
    count = math.ceil(size / tile)
    edges = [round(size * c / count) for c in range(count + 1)] if count else []
    return [slice(*pair) for pair in zip(edges, edges[1:])]  # noqa: B905, RUF007


def tiled_matmul(a, b, tile_m, tile_n, tile_k, block_product):
    total = np.zeros((len(a), b.shape[1]), np.result_type(a, np.float32))
    for inner in cuts(a.shape[1], tile_k):
        for rows in cuts(len(a), tile_m):
            for columns in cuts(b.shape[1], tile_n):
                total[rows, columns] += block_product(a[rows, inner], b[inner, columns])
    return total.astype(a.dtype)
