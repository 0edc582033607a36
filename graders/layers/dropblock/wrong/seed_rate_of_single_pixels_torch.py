# wrong answer
# seeds with probability 1 - keep_prob, as if a seed dropped one pixel
import torch
import torch.nn.functional as F


def dropblock_mask(u, keep_prob, block_size):
    seeds = (u < 1 - keep_prob).to(u.dtype)
    seeds = F.pad(seeds, [block_size // 2] * 4)
    mask = 1 - F.max_pool2d(seeds, block_size, stride=1, padding=block_size // 2)
    return mask * mask.numel() / mask.sum().clamp(min=1)
