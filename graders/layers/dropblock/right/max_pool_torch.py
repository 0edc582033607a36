"""Pads the seeds and grows them by max pooling."""

import torch.nn.functional as F


def dropblock_mask(u, keep_prob, block_size):
    b = block_size
    h, w = u.shape[-2:]
    H, W = h + b - 1, w + b - 1
    gamma = (1 - keep_prob) / b**2 * (H * W) / (h * w)
    seeds = F.pad((u < gamma).to(u.dtype), (b - 1, b - 1, b - 1, b - 1))
    mask = 1 - F.max_pool2d(seeds, b, stride=1)
    return mask * (mask.numel() / mask.sum().clamp_min(1))
