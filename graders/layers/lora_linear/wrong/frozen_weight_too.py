# wrong answer
# returns a gradient for the frozen w as well
import numpy as np


def lora_forward(x, w, b, a, bb, alpha):
    out = x @ (w + alpha / a.shape[0] * bb @ a).T
    return out if b is None else out + b


def lora_merge(w, a, bb, alpha):
    return w + alpha / a.shape[0] * bb @ a


def lora_grads(dout, x, a, bb, alpha):
    s = alpha / a.shape[0]
    dw = dout.T @ x
    return dw, s * bb.T @ dw, s * dw @ a.T
