"""Only what is kept is copied, by flat index."""

import numpy as np


def dropout_forward(x, p, u, training):
    if p > 1 or p < 0:
        raise ValueError(p)
    kept = np.flatnonzero(u >= p) if training else np.arange(x.size)
    keep_prob = 1 - p if training else 1
    return scattered(x, kept, keep_prob), (kept, keep_prob)


def dropout_backward(dout, cache):
    return scattered(dout, *cache)


def scattered(a, kept, keep_prob):
    flat = np.zeros(a.size, a.dtype)
    flat[kept] = a.ravel()[kept] / keep_prob
    return flat.reshape(a.shape)
