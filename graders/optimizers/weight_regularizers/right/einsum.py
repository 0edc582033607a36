"""Penalties by einsum, norms with a small constant in the denominator."""

import numpy as np


def l2(w, lam):
    return np.asarray(lam * np.sum(np.square(w)), dtype=w.dtype), np.multiply(2.0 * lam, w)


def l1(w, lam):
    s = np.sign(w)
    return np.asarray(lam * np.sum(s * w), dtype=w.dtype), np.multiply(lam, s)


def elastic_net(w, lam, beta):
    s = np.sign(w)
    penalty = np.sum(w * (beta * w + s)) * lam
    return np.asarray(penalty, dtype=w.dtype), lam * (2 * beta * w + s)


def max_norm(w, c):
    flat = w.reshape(w.shape[0], -1)
    norms = np.sqrt(np.einsum("ij,ij->i", flat, flat))
    scale = np.minimum(1.0, c / (norms + 1e-12))
    return (flat * scale[:, None]).reshape(w.shape).astype(w.dtype)
