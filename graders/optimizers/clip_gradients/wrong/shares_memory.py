# wrong answer
# hands back the same arrays when there is nothing to clip
import numpy as np


def clip_by_global_norm(grads, max_norm):
    total = np.sqrt(sum((g**2).sum() for g in grads))
    if total <= max_norm:
        return list(grads), total
    return [g * (max_norm / (total + 1e-6)) for g in grads], total


def clip_by_value(grads, limit):
    return [np.clip(g, -limit, limit) for g in grads]
