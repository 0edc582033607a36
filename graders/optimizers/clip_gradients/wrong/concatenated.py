# run-time error
# concatenates the arrays, of which there may be none
import numpy as np


def clip_by_global_norm(grads, max_norm):
    total = np.linalg.norm(np.concatenate([np.ravel(g) for g in grads]))
    factor = np.minimum(1, max_norm / (total + 1e-6)).astype(np.float32)
    return [np.array(g * factor, dtype=g.dtype) for g in grads], total


def clip_by_value(grads, limit):
    return [np.clip(g, -limit, limit) for g in grads]
