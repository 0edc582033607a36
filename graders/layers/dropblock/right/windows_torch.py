"""Every pixel looks at the seeds whose block covers it."""

import torch


def dropblock_mask(u, keep_prob, block_size):
    h, w = u.size(2), u.size(3)
    grown = block_size - 1
    area = block_size * block_size
    gamma = (1 - keep_prob) / area * ((h + grown) * (w + grown)) / (h * w)
    wide = torch.ones(u.size(0), u.size(1), h + 2 * grown, w + 2 * grown, dtype=u.dtype, device=u.device)
    wide[:, :, grown : grown + h, grown : grown + w] = u
    nearest = wide.unfold(2, block_size, 1).unfold(3, block_size, 1).amin((-2, -1))
    mask = torch.where(nearest < gamma, 0.0, 1.0).to(u.dtype)
    count = int(mask.sum())
    return mask if count == 0 else mask * (mask.numel() / count)
