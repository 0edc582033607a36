# wrong answer
# the shapes did not fit, and a reshape made them fit
import numpy as np


def linear_forward(x, w, b):
    N = x.shape[0]
    flat = x.reshape(N, -1)
    out = flat.dot(w.reshape(flat.shape[1], -1))
    if b is not None:
        out += b
    return out, (flat, w, b, x.shape)


def linear_backward(dout, cache):
    flat, w, b, shape = cache
    dx = dout.dot(w.reshape(flat.shape[1], -1).T)
    dw = flat.T.dot(dout).reshape(w.shape)
    return dx.reshape(shape), dw, dout.sum(axis=0) if b is not None else None
