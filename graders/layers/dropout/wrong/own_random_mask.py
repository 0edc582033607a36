# wrong answer
# draws its own mask and leaves u alone
import numpy as np


def dropout_forward(x, p, u, training):
    if not 0 <= p <= 1:
        raise ValueError
    if not training:
        return x, None
    keep = np.random.rand(*x.shape) >= p
    return np.where(keep, x / max(1 - p, 1e-12), 0).astype(x.dtype), (keep, p)


def dropout_backward(dout, cache):
    if cache is None:
        return dout
    keep, p = cache
    return np.where(keep, dout / max(1 - p, 1e-12), 0).astype(dout.dtype)
