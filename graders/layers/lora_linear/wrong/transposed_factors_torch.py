# run-time error
# a is taken for (D, r) and bb for (r, M)
import torch


def lora_forward(x, w, b, a, bb, alpha):
    s = alpha / a.shape[1]
    y = x @ w.T + s * (x @ a) @ bb
    return y if b is None else y + b


def lora_merge(w, a, bb, alpha):
    return w + alpha / a.shape[1] * (a @ bb).T


def lora_grads(dout, x, a, bb, alpha):
    s = alpha / a.shape[1]
    return s * x.T @ (dout @ bb.T), s * (x @ a).T @ dout
