"""Deformable convolution (Dai et al. 2017, equations 2 to 4)."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating[Any]]


def deform_conv2d(
    x: Array,
    offset: Array,
    w: Array,
    b: Array | None = None,
    stride: int = 1,
    padding: int = 0,
    dilation: int = 1,
) -> Array:
    """Convolve x, (N, C, H, W), with w, (O, C, kh, kw), each kernel cell moved by an offset of its own.

    offset: (N, 2*kh*kw, H_out, W_out), the channels dy, dx of the first cell, then of the next in its row.
    Returns (N, O, H_out, W_out).
    """
    (n, _, h_out, w_out), (_, _, kh, kw) = offset.shape, w.shape
    offset = offset.reshape(n, kh, kw, 2, h_out, w_out)
    rows = regular_grid(h_out, kh, stride, padding, dilation)[:, None, :, None] + offset[:, :, :, 0]
    columns = regular_grid(w_out, kw, stride, padding, dilation)[:, None, :] + offset[:, :, :, 1]
    out: Array = np.einsum("nuvyxc,ocuv->noyx", bilinear(x, rows, columns), w)
    return out if b is None else out + b[:, None, None]


def regular_grid(out: int, k: int, stride: int, padding: int, dilation: int) -> NDArray[np.integer[Any]]:
    """Where each kernel cell lies for each output along one axis, (k, out), before any offset."""
    cells, outputs = np.arange(k), np.arange(out)
    return outputs * stride - padding + cells[:, None] * dilation


def bilinear(images: Array, rows: Array, columns: Array) -> Array:
    """The images, zero outside, at fractional positions: (*shape of rows, C)."""
    samples = np.zeros((*rows.shape, images.shape[1]), images.dtype)
    for dy, dx in np.ndindex(2, 2):
        row, column = np.floor(rows) + dy, np.floor(columns) + dx
        weight = (1 - abs(rows - row)) * (1 - abs(columns - column))
        samples += weight[..., None] * pixels(images, row, column)
    return samples


def pixels(images: Array, rows: Array, columns: Array) -> Array:
    """The pixels of the images, zero outside, at whole positions: (*shape of rows, C)."""
    n, _, height, width = images.shape
    inside = (rows >= 0) & (rows < height) & (columns >= 0) & (columns < width)
    batch = np.arange(n)[:, None, None, None, None]
    found = images[batch, :, (rows * inside).astype(int), (columns * inside).astype(int)]
    return np.where(inside[..., None], found, 0)
