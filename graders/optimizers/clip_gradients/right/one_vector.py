"""All gradients in one vector, split up again afterwards."""

import numpy as np


def clip_by_global_norm(grads, max_norm):
    flat = [np.asarray(g, dtype=np.float64).ravel() for g in grads]
    vector = np.concatenate([np.zeros(0), *flat])
    total = np.sqrt(vector @ vector)
    vector = vector * np.minimum(1.0, max_norm / (total + 1e-6))
    clipped, start = [], 0
    for g in grads:
        clipped.append(vector[start : start + g.size].reshape(g.shape).astype(g.dtype))
        start += g.size
    return clipped, total


def clip_by_value(grads, limit):
    return [np.maximum(np.minimum(g, limit), -limit) for g in grads]
