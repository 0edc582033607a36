# forward through the merged weight; the gradients through that of the whole weight
import numpy as np


def lora_forward(x, w, b, a, bb, alpha):
    out = np.inner(x, lora_merge(w, a, bb, alpha))
    if b is not None:
        out += b
    return out


def lora_merge(w, a, bb, alpha):
    r = a.shape[0]
    return w + np.dot(bb, a) * (alpha / r)


def lora_grads(dout, x, a, bb, alpha):
    dw = np.dot(dout.T, x) * (alpha / a.shape[0])
    return np.dot(bb.T, dw), np.dot(dw, a.T)
