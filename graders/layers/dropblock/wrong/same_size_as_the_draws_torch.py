# wrong answer
# the mask has the size of u: blocks are cut off at its border
import torch


def dropblock_mask(u, keep_prob, block_size):
    H, W = u.shape[2:]
    gamma = (1 - keep_prob) / block_size**2 * H * W / ((H - block_size + 1) * (W - block_size + 1) or 1)
    seeds = (u < gamma).to(u.dtype)
    hit = torch.nn.functional.max_pool2d(seeds, block_size, stride=1, padding=block_size // 2)
    mask = 1 - hit
    return mask * mask.numel() / max(float(mask.sum()), 1.0)
