# wrong answer
# the derivative of |w| is taken as +1 at 0
import numpy as np


def l2(w, lam):
    return lam * np.square(w).sum(), lam * 2 * w


def l1(w, lam):
    return lam * np.abs(w).sum(), (lam * np.where(w >= 0, 1, -1)).astype(w.dtype)


def elastic_net(w, lam, beta):
    penalty, dw = l2(w, lam * beta)
    more, dmore = l1(w, lam)
    return penalty + more, dw + dmore


def max_norm(w, c):
    n = np.sqrt(np.square(w).sum(axis=tuple(range(1, w.ndim)), keepdims=True))
    return w * np.where(n > c, c / np.where(n > 0, n, 1), 1)
