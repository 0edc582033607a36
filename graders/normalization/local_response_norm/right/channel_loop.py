import numpy as np


def lrn(x, size, alpha=1e-4, beta=0.75, k=1.0):
    out = np.empty(x.shape, dtype=x.dtype)
    for c in range(x.shape[1]):
        window = x[:, max(0, c - size // 2) : c + (size - 1) // 2 + 1]
        out[:, c] = x[:, c] / np.power(k + alpha / size * np.square(window).sum(axis=1), beta)
    return out
