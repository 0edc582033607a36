"""The norm of the arrays' norms; the values clipped by comparison."""

import numpy as np


def clip_by_global_norm(grads, max_norm):
    norms = [np.linalg.norm(np.ravel(g)) for g in grads]
    total = np.linalg.norm(norms) if norms else 0.0
    coefficient = max_norm / (total + 1e-6)
    scale = 1.0 if coefficient > 1 else coefficient
    return [np.multiply(g, scale, dtype=g.dtype) for g in grads], total


def clip_by_value(grads, limit):
    clipped = []
    for g in grads:
        out = np.where(g > limit, limit, g)
        clipped.append(np.where(out < -limit, -limit, out).astype(g.dtype))
    return clipped
