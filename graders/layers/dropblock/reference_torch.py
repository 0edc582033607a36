"""The mask of DropBlock (Ghiasi et al. 2018, Algorithm 1 and equation 1), its random numbers given."""

from __future__ import annotations

from itertools import product

from torch import Tensor


def dropblock_mask(u: Tensor, keep_prob: float, block_size: int) -> Tensor:
    """A mask, (N, C, H, W), with a block of zeros around each seed and a mean of 1.

    u is (N, C, H - block_size + 1, W - block_size + 1): a draw for each place where a whole block fits.
    """
    n, c, h, w = u.shape
    height, width = h + block_size - 1, w + block_size - 1
    gamma = (1 - keep_prob) / block_size**2 * (height * width) / (h * w)
    seeds = u < gamma
    mask = u.new_ones((n, c, height, width))
    for i, j in product(range(block_size), repeat=2):  # the pixel (i, j) of all blocks at once
        mask[:, :, i : i + h, j : j + w][seeds] = 0
    kept = mask.sum()
    if kept:
        mask *= mask.numel() / kept
    return mask
