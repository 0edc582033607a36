# wrong answer
# mixes the channels first; the depthwise kernels fit only where O = C
from fractions import Fraction

import torch
import torch.nn.functional as F


def grouped_conv2d(x, w, b=None, groups=1, stride=1, padding=0):
    if x.shape[1] % groups or w.shape[0] % groups:
        raise ValueError("groups")
    win = F.pad(x, (padding,) * 4).unfold(2, w.shape[2], stride).unfold(3, w.shape[3], stride)
    outs = []
    for xs, ws in zip(win.chunk(groups, dim=1), w.chunk(groups, dim=0)):
        outs.append(torch.einsum("nchwij,ocij->nohw", xs, ws))
    out = torch.cat(outs, dim=1)
    return out if b is None else out + b[:, None, None]


def depthwise_separable(x, w_dw, w_pw, stride=1, padding=0):
    mixed = torch.einsum("nchw,oc->nohw", x, w_pw[:, :, 0, 0])
    return grouped_conv2d(mixed, w_dw, groups=mixed.shape[1], stride=stride, padding=padding)


def separable_saving(c_in, c_out, k):
    return Fraction(1, c_out) + Fraction(1, k * k)
