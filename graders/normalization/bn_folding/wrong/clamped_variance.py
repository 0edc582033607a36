# wrong answer
# eps is a lower bound of the variance instead of being added
import numpy as np


def fold_bn(w, b, gamma, beta, mean, var, eps=1e-5):
    s = gamma / np.sqrt(np.maximum(var, eps))
    bias = (b - mean) if b is not None else -mean
    return (w.T * s).T, s * bias + beta
