# wrong answer
# the saving is 1/k^2: the depthwise weights are forgotten
from fractions import Fraction

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def grouped_conv2d(x, w, b=None, groups=1, stride=1, padding=0):
    N, C = x.shape[:2]
    O, Cg, kh, kw = w.shape
    if C % groups or O % groups:
        raise ValueError("groups")
    p = padding
    win = sliding_window_view(np.pad(x, ((0, 0), (0, 0), (p, p), (p, p))), (kh, kw), axis=(2, 3))
    win = win[:, :, ::stride, ::stride]
    out = [np.einsum("nchwij,cij->nhw", win[:, o * groups // O * Cg :][:, :Cg], w[o]) for o in range(O)]
    out = np.stack(out, axis=1)
    return out if b is None else out + b[:, None, None]


def depthwise_separable(x, w_dw, w_pw, stride=1, padding=0):
    return grouped_conv2d(grouped_conv2d(x, w_dw, None, x.shape[1], stride, padding), w_pw)


def separable_saving(c_in, c_out, k):
    return Fraction(1, k**2)
