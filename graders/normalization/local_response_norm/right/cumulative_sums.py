# window sums as differences of cumulative ones, in float64
import numpy as np


def lrn(x, size, alpha=1e-4, beta=0.75, k=1.0):
    c = x.shape[1]
    total = np.zeros((x.shape[0], c + 1, *x.shape[2:]))
    np.cumsum(x.astype(np.float64) ** 2, axis=1, out=total[:, 1:])
    first = np.clip(np.arange(c) - size // 2, 0, c)
    last = np.clip(np.arange(c) + (size - 1) // 2 + 1, 0, c)
    return (x * (k + alpha * (total[:, last] - total[:, first]) / size) ** -beta).astype(x.dtype)
