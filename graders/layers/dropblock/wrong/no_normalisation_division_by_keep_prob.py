# wrong answer
# scaled by 1 / keep_prob, as inverted dropout is
import numpy as np


def dropblock_mask(u, keep_prob, block_size):
    n, c, h, w = u.shape
    b = block_size
    height, width = h + b - 1, w + b - 1
    gamma = (1 - keep_prob) / b**2 * (height * width) / (h * w)
    drop = np.zeros((n, c, height, width), dtype=bool)
    seeds = u < gamma
    for di in range(b):
        for dj in range(b):
            drop[:, :, di : di + h, dj : dj + w] |= seeds
    return np.where(drop, 0, 1 / keep_prob).astype(u.dtype)
