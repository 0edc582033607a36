"""Plain loops over samples and units."""

import numpy as np


def maxout_forward(x, w, b):
    n, m, pieces = len(x), w.shape[2], len(w)
    out = np.empty((n, m), dtype=x.dtype)
    winner = {}
    for i in range(n):
        for j in range(m):
            z = [float(x[i] @ w[k, :, j]) + float(b[k, j]) for k in range(pieces)]
            winner[i, j] = z.index(max(z))
            out[i, j] = max(z)
    return out, (x, w, winner)


def maxout_backward(dout, cache):
    x, w, winner = cache
    dx, dw = np.zeros(x.shape, x.dtype), np.zeros(w.shape, w.dtype)
    db = np.zeros((w.shape[0], w.shape[2]), w.dtype)
    for (i, j), k in winner.items():
        dx[i] += dout[i, j] * w[k, :, j]
        dw[k, :, j] += dout[i, j] * x[i]
        db[k, j] += dout[i, j]
    return dx, dw, db
