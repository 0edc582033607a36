# rule violation
# the convolution of the library
from fractions import Fraction

import torch


def grouped_conv2d(x, w, b=None, groups=1, stride=1, padding=0):
    return torch.conv2d(x, w, b, stride, padding, 1, groups)


def depthwise_separable(x, w_dw, w_pw, stride=1, padding=0):
    y = grouped_conv2d(x, w_dw, None, x.shape[1], stride, padding)
    return grouped_conv2d(y, w_pw)


def separable_saving(c_in, c_out, k):
    return Fraction(1, c_out) + Fraction(1, k * k)
