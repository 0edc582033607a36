# wrong answer
# flattens a Fortran-ordered batch in the order of its memory
import numpy as np


def linear_forward(x, w, b):
    order = "F" if x.flags.f_contiguous and not x.flags.c_contiguous else "C"
    flat = x.reshape(len(x), -1, order=order)
    out = flat @ w.T
    return (out if b is None else out + b), (flat, w, b, x.shape, order)


def linear_backward(dout, cache):
    flat, w, b, shape, order = cache
    dx = (dout @ w).reshape(shape, order=order)
    return dx, dout.T @ flat, None if b is None else dout.sum(0)
