# run-time error
# w is taken for (D, M), as in CS231n
import numpy as np


def linear_forward(x, w, b):
    rows = x.reshape(x.shape[0], -1)
    out = np.dot(rows, w)
    if b is not None:
        out = out + b
    return out, (x, w, b)


def linear_backward(dout, cache):
    x, w, b = cache
    rows = x.reshape(x.shape[0], -1)
    dx = np.dot(dout, w.T).reshape(x.shape)
    dw = np.dot(rows.T, dout)
    db = None if b is None else np.sum(dout, axis=0)
    return dx, dw, db
