# wrong answer
# a NumPy float64 as scale widens float32
import numpy as np


def lora_forward(x, w, b, a, bb, alpha):
    scale = np.divide(alpha, a.shape[0])
    out = x @ w.T + scale * (x @ a.T @ bb.T)
    return out if b is None else out + b


def lora_merge(w, a, bb, alpha):
    scale = np.divide(alpha, a.shape[0])
    return w + scale * (bb @ a)


def lora_grads(dout, x, a, bb, alpha):
    scale = np.divide(alpha, a.shape[0])
    return scale * ((dout @ bb).T @ x), scale * (dout.T @ (x @ a.T))
