# wrong answer
# alpha // r
import numpy as np


def lora_forward(x, w, b, a, bb, alpha):
    out = x @ w.T
    if b is not None:
        out += b
    out += (alpha // a.shape[0]) * ((x @ a.T) @ bb.T)
    return out


def lora_merge(w, a, bb, alpha):
    return w + (alpha // a.shape[0]) * (bb @ a)


def lora_grads(dout, x, a, bb, alpha):
    s = alpha // a.shape[0]
    return s * (dout @ bb).T @ x, s * dout.T @ (x @ a.T)
