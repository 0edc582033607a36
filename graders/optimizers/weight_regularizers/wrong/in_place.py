# wrong answer
# scales the rows of the caller's array
import numpy as np


def l2(w, lam):
    return lam * (w**2).sum(), 2 * lam * w


def l1(w, lam):
    return lam * np.abs(w).sum(), lam * np.sign(w)


def elastic_net(w, lam, beta):
    return lam * (beta * w**2 + np.abs(w)).sum(), lam * (2 * beta * w + np.sign(w))


def max_norm(w, c):
    for row in w:
        norm = np.sqrt((row**2).sum())
        if norm > c:
            row *= c / norm
    return w
