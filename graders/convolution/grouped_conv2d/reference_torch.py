"""Grouped (Krizhevsky et al. 2012) and depthwise-separable convolution (Howard et al. 2017, eqs. 3 to 5)."""

from __future__ import annotations

from fractions import Fraction

from torch import Tensor
from torch.nn.functional import pad


def grouped_conv2d(
    x: Tensor, w: Tensor, b: Tensor | None = None, groups: int = 1, stride: int = 1, padding: int = 0
) -> Tensor:
    """Convolve each of the groups of consecutive channels of x, (N, C, H, W), with its own part of w.

    w: (O, C/groups, kh, kw). Returns (N, O, H_out, W_out).
    """
    (n, c, _, _), (o, c_group, kh, kw) = x.shape, w.shape
    if c % groups or o % groups:
        raise ValueError(f"{c} and {o} channels do not both split into {groups} groups")
    windows = sliding_windows(x, kh, kw, stride, padding)
    h_out, w_out = windows.shape[4:]
    columns = windows.reshape(n, groups, c_group * kh * kw, h_out * w_out)
    kernels = w.reshape(groups, o // groups, c_group * kh * kw)
    out = (kernels @ columns).reshape(n, o, h_out, w_out)
    return out if b is None else out + b[:, None, None]


def depthwise_separable(x: Tensor, w_dw: Tensor, w_pw: Tensor, stride: int = 1, padding: int = 0) -> Tensor:
    """Each channel with its own kernel, w_dw (C, 1, kh, kw), then all of them mixed by w_pw, (O, C, 1, 1)."""
    filtered = grouped_conv2d(x, w_dw, groups=x.shape[1], stride=stride, padding=padding)
    return grouped_conv2d(filtered, w_pw)


def separable_saving(c_in: int, c_out: int, k: int) -> Fraction:
    """Weights of the separable layer over those of the standard one: 1/c_out + 1/k^2."""
    depthwise = k * k * c_in
    pointwise = c_in * c_out
    return Fraction(depthwise + pointwise, k * k * c_in * c_out)


def sliding_windows(x: Tensor, kh: int, kw: int, stride: int, padding: int) -> Tensor:
    """The kh x kw windows of the zero-padded x, (N, C, kh, kw, H_out, W_out)."""
    padded = pad(x, (padding, padding, padding, padding))
    return padded.unfold(2, kh, stride).unfold(3, kw, stride).permute(0, 1, 4, 5, 2, 3)
