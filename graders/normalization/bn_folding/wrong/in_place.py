# wrong answer
# scales the caller's weights
import numpy as np


def fold_bn(w, b, gamma, beta, mean, var, eps=1e-5):
    s = gamma / np.sqrt(var + eps)
    for o in range(len(s)):
        w[o] *= s[o]
    return w, (0 if b is None else b) * s - mean * s + beta
