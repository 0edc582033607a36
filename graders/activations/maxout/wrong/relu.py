# wrong answer
# thinks of maxout as ReLU
import numpy as np


def maxout_forward(x, w, b):
    z = x @ w[0] + b[0]
    return np.maximum(z, 0), (x, w, z)


def maxout_backward(dout, cache):
    x, w, z = cache
    dz = dout * (z > 0)
    dw, db = np.zeros_like(w), np.zeros_like(w[:, 0])
    dw[0] = x.T @ dz
    db[0] = dz.sum(0)
    return dz @ w[0].T, dw, db
