# wrong answer
# returns the norm of what it returns
import numpy as np


def clip_by_global_norm(grads, max_norm):
    total = np.sqrt(sum([np.sum(np.square(g)) for g in grads]))
    factor = min(1, max_norm / (total + 1e-6))
    return [factor * g for g in grads], factor * total


def clip_by_value(grads, limit):
    return [np.minimum(np.maximum(g, -limit), limit) for g in grads]
