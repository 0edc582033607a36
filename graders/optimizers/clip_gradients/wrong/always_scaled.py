# wrong answer
# small gradients are scaled up to max_norm
import numpy as np


def clip_by_global_norm(grads, max_norm):
    total = np.sqrt(sum(np.vdot(g, g) for g in grads))
    return [g * (max_norm / (total + 1e-6)) for g in grads], total


def clip_by_value(grads, limit):
    return [np.clip(g, -limit, limit) for g in grads]
