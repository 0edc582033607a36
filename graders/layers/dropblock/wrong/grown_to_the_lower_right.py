# wrong answer
# the seeds lie at the blocks' centres, but the blocks grow from there to the lower right
import numpy as np


def dropblock_mask(u, keep_prob, block_size):
    N, C, h, w = u.shape
    b = block_size
    H, W = h + b - 1, w + b - 1
    gamma = (1 - keep_prob) / b**2 * H * W / (h * w)
    mask = np.ones((N, C, H, W), u.dtype)
    r = b // 2
    for n, c, i, j in np.argwhere(u < gamma):
        mask[n, c, i + r : i + r + b, j + r : j + r + b] = 0
    s = mask.sum()
    return mask * (mask.size / s) if s else mask
