# wrong answer
# a true convolution: the kernels are turned by 180 degrees
from fractions import Fraction

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def grouped_conv2d(x, w, b=None, groups=1, stride=1, padding=0):
    N, C = x.shape[:2]
    O, Cg, kh, kw = w.shape
    if C % groups or O % groups:
        raise ValueError("groups")
    w = np.flip(w, (2, 3))
    p = padding
    win = sliding_window_view(np.pad(x, ((0, 0), (0, 0), (p, p), (p, p))), (kh, kw), axis=(2, 3))
    win = win[:, :, ::stride, ::stride]
    win = win.reshape(N, groups, Cg, *win.shape[2:])
    out = np.einsum("ngchwij,gocij->ngohw", win, w.reshape(groups, -1, Cg, kh, kw))
    out = out.reshape(N, O, *out.shape[3:])
    return out if b is None else out + b[:, None, None]


def depthwise_separable(x, w_dw, w_pw, stride=1, padding=0):
    return grouped_conv2d(grouped_conv2d(x, w_dw, None, x.shape[1], stride, padding), w_pw)


def separable_saving(c_in, c_out, k):
    return Fraction(1, c_out) + Fraction(1, k * k)
