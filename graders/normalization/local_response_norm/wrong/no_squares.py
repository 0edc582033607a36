# wrong answer
# adds up absolute values
import numpy as np


def lrn(x, size, alpha=1e-4, beta=0.75, k=1.0):
    a = np.pad(np.abs(x), [(0, 0), (size // 2, (size - 1) // 2), (0, 0), (0, 0)])
    total = sum(a[:, j : j + x.shape[1]] for j in range(size))
    return x * np.power(k + alpha * total / size, -beta)
