# wrong answer
# every array is clipped to max_norm by itself
import torch


def clip_by_global_norm(grads, max_norm):
    norms = [torch.sqrt(torch.sum(g**2)) for g in grads]
    total = float(sum(n**2 for n in norms)) ** 0.5
    return [g * min(1.0, max_norm / (float(n) + 1e-6)) for g, n in zip(grads, norms)], total


def clip_by_value(grads, limit):
    return [torch.clamp(g, -limit, limit) for g in grads]
