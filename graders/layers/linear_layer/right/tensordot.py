# no flattening: w takes the shape of one sample, and its axes are contracted
import numpy as np


def linear_forward(x, w, b):
    kernel = w.reshape(len(w), *x.shape[1:])
    inner = list(range(1, x.ndim))
    out = np.tensordot(x, kernel, (inner, inner))
    if b is None:
        b = 0
    return np.add(out, b, dtype=x.dtype), (x, kernel, np.shape(b))


def linear_backward(dout, cache):
    x, kernel, bias_shape = cache
    dx = np.tensordot(dout, kernel, 1)
    dw = np.tensordot(dout, x, (0, 0)).reshape(len(kernel), -1)
    return dx, dw, np.add.reduce(dout) if bias_shape else None
