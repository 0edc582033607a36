# wrong answer
# negative indices wrap round to the last channels, and modulo does on the other side
import numpy as np


def lrn(x, size, alpha=1e-4, beta=0.75, k=1.0):
    C = x.shape[1]
    out = np.zeros_like(x)
    for c in range(C):
        s = sum(x[:, (c + j) % C] ** 2 for j in range(-(size // 2), (size - 1) // 2 + 1))
        out[:, c] = x[:, c] / (k + alpha / size * s) ** beta
    return out
