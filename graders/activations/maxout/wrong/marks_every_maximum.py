# wrong answer
# z == max marks every piece of a tie
import numpy as np


def maxout_forward(x, w, b):
    z = np.einsum("nd,kdm->knm", x, w) + b[:, np.newaxis, :]
    out = np.max(z, axis=0)
    mask = (z == out[np.newaxis]).astype(x.dtype)
    return out, (x, w, mask)


def maxout_backward(dout, cache):
    x, w, mask = cache
    g = mask * dout
    dx = np.einsum("knm,kdm->nd", g, w)
    dw = np.einsum("knm,nd->kdm", g, x)
    db = np.einsum("knm->km", g)
    return dx, dw, db
