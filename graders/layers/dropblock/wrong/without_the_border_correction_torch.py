# wrong answer
# gamma lacks the factor for the seeds that the border cannot have
import torch


def dropblock_mask(u, keep_prob, block_size):
    b = block_size
    seeds = torch.zeros(*u.shape[:2], u.shape[2] + b - 1, u.shape[3] + b - 1, dtype=u.dtype)
    k = b // 2
    seeds[:, :, k : k + u.shape[2], k : k + u.shape[3]] = u < (1 - keep_prob) / (b * b)
    kernel = torch.ones(1, 1, b, b, dtype=u.dtype)
    flat = seeds.reshape(-1, 1, *seeds.shape[2:])
    hit = torch.nn.functional.conv2d(flat, kernel, padding=k).reshape(seeds.shape) > 0
    mask = (~hit).to(u.dtype)
    if mask.sum() == 0:
        return mask
    return mask * (mask.numel() / mask.sum())
