# wrong answer
# the scale is alpha, not alpha / r
import numpy as np


def lora_forward(x, w, b, a, bb, alpha):
    base = np.dot(x, w.T)
    if b is not None:
        base = base + b
    return base + alpha * np.dot(np.dot(x, a.T), bb.T)


def lora_merge(w, a, bb, alpha):
    return w + alpha * np.dot(bb, a)


def lora_grads(dout, x, a, bb, alpha):
    h = np.dot(x, a.T)
    return alpha * np.dot(np.dot(dout, bb).T, x), alpha * np.dot(dout.T, h)
