# wrong answer
# rounds down where the channels do not divide, and leaves the rest out
from fractions import Fraction

import numpy as np


def grouped_conv2d(x, w, b=None, groups=1, stride=1, padding=0):
    N, C, H, W = x.shape
    O, Cg, kh, kw = w.shape
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    oh, ow = (H + 2 * padding - kh) // stride + 1, (W + 2 * padding - kw) // stride + 1
    out = np.zeros((N, O, oh, ow), x.dtype)
    for g in range(groups):
        mine = slice(g * (O // groups), (g + 1) * (O // groups))
        xs = x[:, g * Cg : (g + 1) * Cg]
        for i in range(oh):
            for j in range(ow):
                patch = xs[:, :, i * stride : i * stride + kh, j * stride : j * stride + kw]
                out[:, mine, i, j] = np.tensordot(patch, w[mine, : patch.shape[1]], ([1, 2, 3], [1, 2, 3]))
    return out if b is None else out + b[None, :, None, None]


def depthwise_separable(x, w_dw, w_pw, stride=1, padding=0):
    y = grouped_conv2d(x, w_dw, groups=x.shape[1], stride=stride, padding=padding)
    return grouped_conv2d(y, w_pw)


def separable_saving(c_in, c_out, k):
    return Fraction(1, c_out) + Fraction(1, k * k)
