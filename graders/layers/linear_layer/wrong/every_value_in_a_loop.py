# time limit exceeded
# right, with three nested loops
import numpy as np


def linear_forward(x, w, b):
    flat = x.reshape(len(x), -1)
    out = np.zeros((len(x), len(w)), x.dtype)
    for n in range(flat.shape[0]):
        for m in range(w.shape[0]):
            for d in range(w.shape[1]):
                out[n, m] += flat[n, d] * w[m, d]
            if b is not None:
                out[n, m] += b[m]
    return out, (flat, w, b, x.shape)


def linear_backward(dout, cache):
    flat, w, b, shape = cache
    return (dout @ w).reshape(shape), dout.T @ flat, None if b is None else dout.sum(0)
