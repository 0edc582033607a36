# wrong answer
# averages over the channels that the window really has
import numpy as np


def lrn(x, size, alpha=1e-4, beta=0.75, k=1.0):
    C = x.shape[1]
    y = []
    for c in range(C):
        win = x[:, max(c - size // 2, 0) : min(c + (size - 1) // 2, C - 1) + 1]
        y.append(x[:, c] * (k + alpha * np.mean(win * win, axis=1)) ** -beta)
    return np.stack(y, axis=1)
