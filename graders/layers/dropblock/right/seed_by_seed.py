"""Cuts out one block after another."""

import numpy as np


def dropblock_mask(u, keep_prob, block_size):
    n, c, h, w = u.shape
    height, width = h + block_size - 1, w + block_size - 1
    gamma = (1.0 - keep_prob) / block_size**2 * height * width / (h * w)
    mask = np.ones((n, c, height, width), dtype=u.dtype)
    for image, channel, row, column in np.argwhere(u < gamma):
        mask[image, channel, row : row + block_size, column : column + block_size] = 0
    left = np.count_nonzero(mask)
    if left:
        mask *= mask.size / left
    return mask
