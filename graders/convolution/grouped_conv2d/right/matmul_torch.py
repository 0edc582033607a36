"""Columns of patches by index arithmetic, one matrix product for each group."""

from fractions import Fraction

import torch


def grouped_conv2d(x, w, b=None, groups=1, stride=1, padding=0):
    N, C, H, W = x.shape
    n_out, Cg, kh, kw = w.shape
    if C % groups or n_out % groups:
        raise ValueError("channels do not divide")
    xp = x.new_zeros(N, C, H + 2 * padding, W + 2 * padding)
    xp[:, :, padding : H + padding, padding : W + padding] = x
    oh = (H + 2 * padding - kh) // stride + 1
    ow = (W + 2 * padding - kw) // stride + 1
    rows = stride * torch.arange(oh, device=x.device)[:, None] + torch.arange(kh, device=x.device)
    cols = stride * torch.arange(ow, device=x.device)[:, None] + torch.arange(kw, device=x.device)
    patches = xp[:, :, rows[:, None, :, None], cols[None, :, None, :]]  # N, C, oh, ow, kh, kw
    patches = patches.permute(0, 1, 4, 5, 2, 3).reshape(N, groups, Cg * kh * kw, oh * ow)
    out = w.reshape(groups, n_out // groups, Cg * kh * kw) @ patches
    out = out.reshape(N, n_out, oh, ow)
    return out if b is None else out + b.view(-1, 1, 1)


def depthwise_separable(x, w_dw, w_pw, stride=1, padding=0):
    hidden = grouped_conv2d(x, w_dw, groups=x.size(1), stride=stride, padding=padding)
    return torch.einsum("oc,nchw->nohw", w_pw.flatten(1), hidden)


def separable_saving(c_in, c_out, k):
    return Fraction(c_in * k * k + c_in * c_out, c_in * c_out * k * k)
