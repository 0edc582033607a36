# wrong answer
# 0/0 where nothing is left
import numpy as np


def dropblock_mask(u, keep_prob, block_size):
    n, c, h, w = u.shape
    H, W = h + block_size - 1, w + block_size - 1
    rate = (1 - keep_prob) / block_size**2 * H * W / h / w
    mask = np.ones((n, c, H, W), dtype=u.dtype)
    for n_, c_, i, j in zip(*np.where(u < rate)):
        mask[n_, c_, i : i + block_size, j : j + block_size] = 0
    return mask / mask.mean()
