# wrong answer
# the separable layer hands stride and padding to both convolutions
from fractions import Fraction

import numpy as np


def grouped_conv2d(x, w, b=None, groups=1, stride=1, padding=0):
    N, C, H, W = x.shape
    O, Cg, kh, kw = w.shape
    if C % groups or O % groups:
        raise ValueError("groups")
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    oh, ow = (H + 2 * padding - kh) // stride + 1, (W + 2 * padding - kw) // stride + 1
    cols = np.stack(
        [
            x[:, :, i : i + stride * oh : stride, j : j + stride * ow : stride][:, :, :oh, :ow]
            for i in range(kh)
            for j in range(kw)
        ],
        axis=2,
    )
    cols = cols.reshape(N, groups, Cg * kh * kw, oh * ow)
    out = (w.reshape(groups, O // groups, -1) @ cols).reshape(N, O, oh, ow)
    return out if b is None else out + b[None, :, None, None]


def depthwise_separable(x, w_dw, w_pw, stride=1, padding=0):
    y = grouped_conv2d(x, w_dw, groups=x.shape[1], stride=stride, padding=padding)
    return grouped_conv2d(y, w_pw, stride=stride, padding=padding)


def separable_saving(c_in, c_out, k):
    return Fraction(1, c_out) + Fraction(1, k * k)
