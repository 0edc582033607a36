# wrong answer
# group g takes the input channels g, g + groups, ...
from fractions import Fraction

import torch


def conv(x, w, stride):
    _, _, kh, kw = w.shape
    win = x.unfold(2, kh, stride).unfold(3, kw, stride)
    return torch.einsum("nchwij,ocij->nohw", win, w)


def grouped_conv2d(x, w, b=None, groups=1, stride=1, padding=0):
    if x.shape[1] % groups or w.shape[0] % groups:
        raise ValueError("groups")
    x = torch.nn.functional.pad(x, [padding] * 4)
    size = w.shape[0] // groups
    out = torch.cat(
        [conv(x[:, g::groups], w[g * size : (g + 1) * size], stride) for g in range(groups)], dim=1
    )
    return out if b is None else out + b[:, None, None]


def depthwise_separable(x, w_dw, w_pw, stride=1, padding=0):
    return grouped_conv2d(grouped_conv2d(x, w_dw, None, x.shape[1], stride, padding), w_pw)


def separable_saving(c_in, c_out, k):
    return Fraction(1, c_out) + Fraction(1, k * k)
