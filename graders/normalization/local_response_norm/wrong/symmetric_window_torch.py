# wrong answer
# size // 2 channels on both sides, one too many for an even size
import torch


def lrn(x, size, alpha=1e-4, beta=0.75, k=1.0):
    C, r = x.size(1), size // 2
    sq = x**2
    s = torch.stack([sq[:, max(0, c - r) : min(C, c + r + 1)].sum(1) for c in range(C)], dim=1)
    return x / (k + alpha / size * s) ** beta
