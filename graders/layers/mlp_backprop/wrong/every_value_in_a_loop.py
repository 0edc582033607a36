# time limit exceeded
# right, with one Python statement for every weight and sample
import numpy as np


def affine(x, w, b):
    out = np.zeros((len(x), len(w)), x.dtype)
    for n in range(len(x)):
        for m in range(len(w)):
            total = b[m]
            for d in range(w.shape[1]):
                total += x[n, d] * w[m, d]
            out[n, m] = total
    return out


def mlp_loss(x, y, w1, b1, w2, b2, reg=0.0):
    N = len(y)
    h = np.maximum(affine(x, w1, b1), 0)
    s = affine(h, w2, b2)
    s -= s.max(1, keepdims=True)
    p = np.exp(s) / np.exp(s).sum(1, keepdims=True)
    loss = (np.log(np.exp(s).sum(1)) - s[np.arange(N), y]).mean()
    loss += 0.5 * reg * ((w1**2).sum() + (w2**2).sum())
    p[np.arange(N), y] -= 1
    p /= N
    dh = p @ w2 * (h > 0)
    return loss, {"w1": dh.T @ x + reg * w1, "b1": dh.sum(0), "w2": p.T @ h + reg * w2, "b2": p.sum(0)}


def mlp_predict(x, w1, b1, w2, b2):
    return affine(np.maximum(affine(x, w1, b1), 0), w2, b2).argmax(1)
