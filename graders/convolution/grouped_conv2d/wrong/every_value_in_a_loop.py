# time limit exceeded
# right, but with a Python step for each value of the output
from fractions import Fraction

import numpy as np


def grouped_conv2d(x, w, b=None, groups=1, stride=1, padding=0):
    N, C, H, W = x.shape
    O, Cg, kh, kw = w.shape
    if C % groups or O % groups:
        raise ValueError("groups")
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    oh, ow = (H + 2 * padding - kh) // stride + 1, (W + 2 * padding - kw) // stride + 1
    out = np.zeros((N, O, oh, ow), x.dtype)
    for n in range(N):
        for o in range(O):
            first = o // (O // groups) * Cg
            for i in range(oh):
                for j in range(ow):
                    patch = x[
                        n, first : first + Cg, i * stride : i * stride + kh, j * stride : j * stride + kw
                    ]
                    out[n, o, i, j] = (patch * w[o]).sum() + (0 if b is None else b[o])
    return out


def depthwise_separable(x, w_dw, w_pw, stride=1, padding=0):
    y = grouped_conv2d(x, w_dw, groups=x.shape[1], stride=stride, padding=padding)
    return grouped_conv2d(y, w_pw)


def separable_saving(c_in, c_out, k):
    return Fraction(1, c_out) + Fraction(1, k * k)
