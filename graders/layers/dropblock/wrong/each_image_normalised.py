# wrong answer
# every image is scaled by what is left of itself
import numpy as np


def dropblock_mask(u, keep_prob, block_size):
    n, c, h, w = u.shape
    H, W = h + block_size - 1, w + block_size - 1
    gamma = (1 - keep_prob) * H * W / (block_size**2 * h * w)
    hit = np.pad(u < gamma, [(0, 0), (0, 0), (block_size - 1,) * 2, (block_size - 1,) * 2])
    windows = np.lib.stride_tricks.sliding_window_view(hit, (block_size, block_size), axis=(2, 3))
    mask = (~windows.any(axis=(4, 5))).astype(u.dtype)
    left = mask.sum(axis=(1, 2, 3), keepdims=True)
    return mask * np.where(left > 0, c * H * W / np.maximum(left, 1), 0).astype(u.dtype)
