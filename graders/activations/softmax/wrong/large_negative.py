# wrong answer
# -inf becomes -1e9, so that a fully masked slice is uniform
import numpy as np


def softmax(x, axis=-1):
    x = np.where(np.isinf(x), -1e9, x).astype(x.dtype)
    e = np.exp(x - x.max(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)


def log_softmax(x, axis=-1):
    m = x.max(axis=axis, keepdims=True)
    return x - m - np.log(np.exp(x - m).sum(axis=axis, keepdims=True))


def softmax_backward(dout, p, axis=-1):
    return p * (dout - (dout * p).sum(axis=axis, keepdims=True))
