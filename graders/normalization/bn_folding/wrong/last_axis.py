# wrong answer
# broadcasts over the last axis where it fits
import numpy as np


def fold_bn(w, b, gamma, beta, mean, var, eps=1e-5):
    b = np.zeros_like(beta) if b is None else b
    s = gamma / np.sqrt(var + eps)
    shaped = s if w.shape[-1] == len(s) else s.reshape((-1,) + (1,) * (w.ndim - 1))
    return w * shaped, s * (b - mean) + beta
