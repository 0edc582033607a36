"""A dense convolution with weights that are zero between groups; the separable layer strides at the end."""

from fractions import Fraction

import numpy as np


def dense(x, w, stride, padding):
    N, C, H, W = x.shape
    n_out, _, kh, kw = w.shape
    xp = np.zeros((N, C, H + 2 * padding, W + 2 * padding), x.dtype)
    xp[:, :, padding : padding + H, padding : padding + W] = x
    rows = range(0, xp.shape[2] - kh + 1, stride)
    columns = range(0, xp.shape[3] - kw + 1, stride)
    flat = w.reshape(n_out, -1)
    out = np.empty((N, n_out, len(rows), len(columns)), x.dtype)
    for i, top in enumerate(rows):
        for j, left in enumerate(columns):
            out[:, :, i, j] = xp[:, :, top : top + kh, left : left + kw].reshape(N, -1) @ flat.T
    return out


def grouped_conv2d(x, w, b=None, groups=1, stride=1, padding=0):
    n_out, per_group, kh, kw = w.shape
    C = x.shape[1]
    if C % groups or n_out % groups:
        raise ValueError
    full = np.zeros((n_out, C, kh, kw), w.dtype)
    for o in range(n_out):
        g = o // (n_out // groups)
        full[o, g * per_group : (g + 1) * per_group] = w[o]
    out = dense(x, full, stride, padding)
    return out if b is None else out + b[None, :, None, None]


def depthwise_separable(x, w_dw, w_pw, stride=1, padding=0):
    hidden = grouped_conv2d(x, w_dw, groups=x.shape[1], padding=padding)
    return grouped_conv2d(hidden, w_pw, stride=stride)


def separable_saving(c_in, c_out, k):
    return Fraction(k * k + c_out, k * k * c_out)
