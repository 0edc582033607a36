# wrong answer
# only db is a mean; the rest in einsum
import numpy as np


def linear_forward(x, w, b):
    flat = np.reshape(x, (len(x), -1))
    out = np.einsum("nd,md->nm", flat, w)
    if b is not None:
        out = out + b
    return out, dict(flat=flat, w=w, b=b, shape=x.shape)


def linear_backward(dout, cache):
    dx = np.einsum("nm,md->nd", dout, cache["w"]).reshape(cache["shape"])
    dw = np.einsum("nm,nd->md", dout, cache["flat"])
    db = None if cache["b"] is None else dout.mean(0)
    return dx, dw, db
