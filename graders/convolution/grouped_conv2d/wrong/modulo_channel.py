# wrong answer
# the depthwise branch takes channel o % C, which is wrong with a multiplier
from fractions import Fraction

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def grouped_conv2d(x, w, b=None, groups=1, stride=1, padding=0):
    N, C = x.shape[:2]
    O, Cg, kh, kw = w.shape
    if C % groups != 0 or O % groups != 0:
        raise ValueError("groups")
    p = padding
    win = sliding_window_view(np.pad(x, ((0, 0), (0, 0), (p, p), (p, p))), (kh, kw), axis=(2, 3))
    win = win[:, :, ::stride, ::stride]
    out = np.zeros((N, O, *win.shape[2:4]), x.dtype)
    for o in range(O):
        if groups == C:
            out[:, o] = np.einsum("nhwij,ij->nhw", win[:, o % C], w[o, 0])
        else:
            g = o // (O // groups)
            out[:, o] = np.einsum("nchwij,cij->nhw", win[:, g * Cg : g * Cg + Cg], w[o])
        if b is not None:
            out[:, o] += b[o]
    return out


def depthwise_separable(x, w_dw, w_pw, stride=1, padding=0):
    hidden = grouped_conv2d(x, w_dw, groups=x.shape[1], stride=stride, padding=padding)
    return grouped_conv2d(hidden, w_pw)


def separable_saving(c_in, c_out, k):
    return Fraction(k * k * c_in + c_in * c_out, k * k * c_in * c_out)
