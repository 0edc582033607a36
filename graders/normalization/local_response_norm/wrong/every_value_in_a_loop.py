# time limit exceeded
# right, but one Python statement for each value
import numpy as np


def lrn(x, size, alpha=1e-4, beta=0.75, k=1.0):
    out = np.zeros_like(x)
    N, C, H, W = x.shape
    for n in range(N):
        for c in range(C):
            for i in range(H):
                for j in range(W):
                    s = 0.0
                    for d in range(max(0, c - size // 2), min(C, c + (size - 1) // 2 + 1)):
                        s += x[n, d, i, j] ** 2
                    out[n, c, i, j] = x[n, c, i, j] / (k + alpha / size * s) ** beta
    return out
