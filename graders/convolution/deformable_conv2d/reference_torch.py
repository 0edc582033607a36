"""Deformable convolution (Dai et al. 2017, equations 2 to 4)."""

from __future__ import annotations

from itertools import product

import torch
from torch import Tensor


def deform_conv2d(
    x: Tensor,
    offset: Tensor,
    w: Tensor,
    b: Tensor | None = None,
    stride: int = 1,
    padding: int = 0,
    dilation: int = 1,
) -> Tensor:
    """Convolve x, (N, C, H, W), with w, (O, C, kh, kw), each kernel cell moved by an offset of its own.

    offset: (N, 2*kh*kw, H_out, W_out), the channels dy, dx of the first cell, then of the next in its row.
    Returns (N, O, H_out, W_out).
    """
    (n, _, h_out, w_out), (_, _, kh, kw) = offset.shape, w.shape
    offset = offset.reshape(n, kh, kw, 2, h_out, w_out)
    rows = regular_grid(h_out, kh, stride, padding, dilation, x.device)[:, None, :, None] + offset[:, :, :, 0]
    columns = regular_grid(w_out, kw, stride, padding, dilation, x.device)[:, None, :] + offset[:, :, :, 1]
    out = torch.einsum("nuvyxc,ocuv->noyx", bilinear(x, rows, columns), w)
    return out if b is None else out + b[:, None, None]


def regular_grid(out: int, k: int, stride: int, padding: int, dilation: int, device: torch.device) -> Tensor:
    """Where each kernel cell lies for each output along one axis, (k, out), before any offset."""
    cells, outputs = torch.arange(k, device=device), torch.arange(out, device=device)
    return outputs * stride - padding + cells[:, None] * dilation


def bilinear(images: Tensor, rows: Tensor, columns: Tensor) -> Tensor:
    """The images, zero outside, at fractional positions: (*shape of rows, C)."""
    samples = images.new_zeros(*rows.shape, images.shape[1])
    for dy, dx in product(range(2), range(2)):
        row, column = rows.floor() + dy, columns.floor() + dx
        weight = (1 - abs(rows - row)) * (1 - abs(columns - column))
        samples += weight[..., None] * pixels(images, row, column)
    return samples


def pixels(images: Tensor, rows: Tensor, columns: Tensor) -> Tensor:
    """The pixels of the images, zero outside, at whole positions: (*shape of rows, C)."""
    n, _, height, width = images.shape
    inside = (rows >= 0) & (rows < height) & (columns >= 0) & (columns < width)
    batch = torch.arange(n, device=images.device)[:, None, None, None, None]
    found = images[batch, :, (rows * inside).long(), (columns * inside).long()]
    return found * inside[..., None]
