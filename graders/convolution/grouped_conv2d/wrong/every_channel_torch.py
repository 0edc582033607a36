# wrong answer
# repeats the weight so that it fits all input channels: every group sees all of them
from fractions import Fraction

import torch
import torch.nn.functional as F


def conv(x, w, stride=1):
    kh, kw = w.shape[2:]
    win = x.unfold(2, kh, stride).unfold(3, kw, stride)
    return torch.tensordot(win, w, dims=([1, 4, 5], [1, 2, 3])).permute(0, 3, 1, 2)


def grouped_conv2d(x, w, b=None, groups=1, stride=1, padding=0):
    if x.shape[1] % groups or w.shape[0] % groups:
        raise ValueError("groups")
    out = conv(F.pad(x, (padding,) * 4), w.repeat(1, groups, 1, 1), stride)
    if b is not None:
        out = out + b.view(1, -1, 1, 1)
    return out


def depthwise_separable(x, w_dw, w_pw, stride=1, padding=0):
    win = F.pad(x, (padding,) * 4).unfold(2, w_dw.shape[2], stride).unfold(3, w_dw.shape[3], stride)
    return conv((win * w_dw[:, :, None]).sum((-2, -1)), w_pw)


def separable_saving(c_in, c_out, k):
    return Fraction(1, c_out) + Fraction(1, k * k)
