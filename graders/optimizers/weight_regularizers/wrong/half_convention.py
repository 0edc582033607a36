# wrong answer
# lam/2 * sum(w^2), so that the gradient has no factor
import numpy as np


def l2(w, lam):
    return 0.5 * lam * np.sum(w * w), lam * w


def l1(w, lam):
    return lam * np.sum(np.abs(w)), lam * np.sign(w)


def elastic_net(w, lam, beta):
    return lam * np.sum(beta * w * w + np.abs(w)), lam * (2 * beta * w + np.sign(w))


def max_norm(w, c):
    n = np.linalg.norm(w.reshape(len(w), -1), axis=1).reshape(-1, *[1] * (w.ndim - 1))
    return np.where(n > c, w * c / np.maximum(n, 1e-12), w)
