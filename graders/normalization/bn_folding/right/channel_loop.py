# one output channel at a time
import numpy as np


def fold_bn(w, b, gamma, beta, mean, var, eps=1e-5):
    w_folded, b_folded = np.empty_like(w), np.empty_like(beta)
    for o in range(w.shape[0]):
        std = np.sqrt(var[o] + eps)
        old = 0 if b is None else b[o]
        w_folded[o] = w[o] * (gamma[o] / std)
        b_folded[o] = beta[o] - gamma[o] * mean[o] / std + gamma[o] * old / std
    return w_folded, b_folded
