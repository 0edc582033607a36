# wrong answer
# stacks the groups' outputs on the wrong axis, so that they come out in turn
from fractions import Fraction

import numpy as np


def conv(x, w, stride):
    kh, kw = w.shape[2:]
    win = np.lib.stride_tricks.sliding_window_view(x, (kh, kw), (2, 3))[:, :, ::stride, ::stride]
    return np.tensordot(win, w, ([1, 4, 5], [1, 2, 3])).transpose(0, 3, 1, 2)


def grouped_conv2d(x, w, b=None, groups=1, stride=1, padding=0):
    if x.shape[1] % groups or w.shape[0] % groups:
        raise ValueError("groups")
    x = np.pad(x, [(0, 0), (0, 0), (padding, padding), (padding, padding)])
    xs, ws = np.split(x, groups, 1), np.split(w, groups, 0)
    out = np.stack([conv(xs[g], ws[g], stride) for g in range(groups)], axis=2)
    out = out.reshape(out.shape[0], -1, *out.shape[3:])
    return out if b is None else out + b[:, None, None]


def depthwise_separable(x, w_dw, w_pw, stride=1, padding=0):
    return grouped_conv2d(grouped_conv2d(x, w_dw, None, x.shape[1], stride, padding), w_pw)


def separable_saving(c_in, c_out, k):
    return Fraction(1, c_out) + Fraction(1, k * k)
