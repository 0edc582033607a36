# wrong answer
# takes the mean off without scaling it
import numpy as np


def fold_bn(w, b, gamma, beta, mean, var, eps=1e-5):
    s = gamma / np.sqrt(var + eps)
    s4 = s.reshape((len(s),) + (1,) * (len(w.shape) - 1))
    old = np.zeros_like(s) if b is None else b
    return w * s4, old * s - mean + beta
