"""How many seeds reach a pixel: a difference of cumulative sums along each axis."""

import numpy as np


def dropblock_mask(u, keep_prob, block_size):
    b = block_size
    *_, h, w = u.shape
    H, W = h + b - 1, w + b - 1
    reach = (u < (1 - keep_prob) / (b * b) * (H * W) / (h * w)).astype(int)
    for axis, size in ((2, H), (3, W)):
        pad = [(0, 0)] * 4
        pad[axis] = (b, b - 1)
        sums = np.cumsum(np.pad(reach, pad), axis=axis)
        reach = np.take(sums, range(b, b + size), axis) - np.take(sums, range(size), axis)
    mask = (reach == 0).astype(u.dtype)
    return mask / (mask.mean(dtype=np.float64).astype(u.dtype) or 1)
