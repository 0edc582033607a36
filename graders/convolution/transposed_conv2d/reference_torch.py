"""Transposed convolution (Dumoulin & Visin 2016, chapter 4), in its scatter form."""

from __future__ import annotations

from itertools import product

import torch
from torch import Tensor


def conv_transpose2d(
    x: Tensor,
    w: Tensor,
    b: Tensor | None = None,
    stride: int = 1,
    padding: int = 0,
    output_padding: int = 0,
    dilation: int = 1,
) -> Tensor:
    """Each pixel of x, (N, C, H, W), lays down its multiple of the kernels w, (C, O, kh, kw); overlaps add.

    Returns (N, O, H_out, W_out): H_out = (H-1)*stride - 2*padding + dilation*(kh-1) + 1 + output_padding.
    """
    (n, _, h_in, w_in), (_, o, kh, kw) = x.shape, w.shape
    height = (h_in - 1) * stride + dilation * (kh - 1) + 1 + output_padding  # before cropping
    width = (w_in - 1) * stride + dilation * (kw - 1) + 1 + output_padding
    out = x.new_zeros(n, o, height, width)
    for u, v in product(range(kh), range(kw)):
        rows = slice(u * dilation, u * dilation + h_in * stride, stride)
        columns = slice(v * dilation, v * dilation + w_in * stride, stride)
        out[:, :, rows, columns] += torch.einsum("nchw,co->nohw", x, w[:, :, u, v])
    out = out[:, :, padding : height - padding, padding : width - padding]
    return out if b is None else out + b[:, None, None]
