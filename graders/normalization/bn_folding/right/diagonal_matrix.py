# the normalisation as a diagonal matrix, multiplied onto the flattened filters, in float64
import numpy as np


def fold_bn(w, b, gamma, beta, mean, var, eps=1e-5):
    wide = np.float64
    D = np.diag(gamma.astype(wide) / np.sqrt(var.astype(wide) + eps))
    w_folded = (D @ w.reshape(len(w), -1).astype(wide)).reshape(w.shape)
    b_folded = D @ ((0.0 if b is None else b.astype(wide)) - mean) + beta
    return w_folded.astype(w.dtype), b_folded.astype(w.dtype)
