# wrong answer
# log_softmax as the logarithm of softmax
import numpy as np


def softmax(x, axis=-1):
    m = np.max(x, axis=axis, keepdims=True)
    m[np.isneginf(m)] = 0
    e = np.exp(x - m)
    s = np.sum(e, axis=axis, keepdims=True)
    s[s == 0] = 1
    return e / s


def log_softmax(x, axis=-1):
    return np.log(softmax(x, axis=axis))


def softmax_backward(dout, p, axis=-1):
    return p * (dout - np.sum(dout * p, axis=axis, keepdims=True))
