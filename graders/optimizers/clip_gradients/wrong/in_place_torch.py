# wrong answer
# mul_ and clamp_, as torch.nn.utils does on .grad
import torch


def clip_by_global_norm(grads, max_norm):
    total = sum((g.pow(2).sum() for g in grads), torch.tensor(0.0)).sqrt()
    scale = torch.clamp(max_norm / (total + 1e-6), max=1.0)
    for g in grads:
        g.mul_(scale)
    return grads, total


def clip_by_value(grads, limit):
    for g in grads:
        g.clamp_(-limit, limit)
    return grads
