# one rank-one term after the other
import numpy as np


def lora_forward(x, w, b, a, bb, alpha):
    out = x @ w.T + (0 if b is None else b)
    for k in range(len(a)):
        out = out + alpha / len(a) * np.outer(x @ a[k], bb[:, k])
    return out


def lora_merge(w, a, bb, alpha):
    merged = w.copy()
    for k in range(len(a)):
        merged += alpha / len(a) * bb[:, k, None] * a[k]
    return merged


def lora_grads(dout, x, a, bb, alpha):
    da, dbb = np.empty_like(a), np.empty_like(bb)
    for k in range(len(a)):
        da[k] = alpha / len(a) * (dout @ bb[:, k]) @ x
        dbb[:, k] = alpha / len(a) * (x @ a[k]) @ dout
    return da, dbb
