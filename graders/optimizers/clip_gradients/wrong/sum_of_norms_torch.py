# wrong answer
# adds the norms of the arrays up
import torch


def clip_by_global_norm(grads, max_norm):
    total = sum(float(torch.linalg.vector_norm(g)) for g in grads)
    coef = min(max_norm / (total + 1e-6), 1.0)
    return [g * coef for g in grads], total


def clip_by_value(grads, limit):
    return [g.clamp(min=-limit, max=limit) for g in grads]
