"""im2col and its adjoint col2im (Chellapilla, Puri & Simard 2006, section 2.2), in torch's order of rows."""

from __future__ import annotations

from collections.abc import Iterator

import torch
from torch import Tensor


def im2col(
    x: Tensor,
    kernel_size: int | tuple[int, int],
    stride: int | tuple[int, int] = 1,
    padding: int | tuple[int, int] = 0,
    dilation: int | tuple[int, int] = 1,
) -> Tensor:
    """Each window of x, (N, C, H, W), as a column: (N, C * kh * kw, L), the windows row by row."""
    n, c, h, w = x.shape
    p_h, p_w = pair(padding)
    padded = torch.nn.functional.pad(x, (p_w, p_w, p_h, p_h))
    pixels = cells(h + 2 * p_h, w + 2 * p_w, kernel_size, stride, dilation)
    columns = torch.stack([padded[:, :, rows, cols] for rows, cols in pixels], dim=2)
    return columns.reshape(n, c * columns.shape[2], -1)


def col2im(
    cols: Tensor,
    output_size: tuple[int, int],
    kernel_size: int | tuple[int, int],
    stride: int | tuple[int, int] = 1,
    padding: int | tuple[int, int] = 0,
    dilation: int | tuple[int, int] = 1,
) -> Tensor:
    """Add each column of cols, (N, C * kh * kw, L), back where im2col took it from. Returns (N, C, H, W)."""
    (h, w), (p_h, p_w), (k_h, k_w) = output_size, pair(padding), pair(kernel_size)
    height, width = h + 2 * p_h, w + 2 * p_w
    padded = cols.new_zeros(len(cols), cols.shape[1] // (k_h * k_w), height, width)
    pixels = list(cells(height, width, kernel_size, stride, dilation))
    by_cell = cols.reshape(*padded.shape[:2], len(pixels), -1)
    for i, (rows, columns) in enumerate(pixels):
        seen = padded[:, :, rows, columns]
        seen += by_cell[:, :, i].reshape(seen.shape)
    return padded[:, :, p_h : p_h + h, p_w : p_w + w]


def cells(
    height: int,
    width: int,
    kernel_size: int | tuple[int, int],
    stride: int | tuple[int, int],
    dilation: int | tuple[int, int],
) -> Iterator[tuple[slice, slice]]:
    """For each cell of the kernel, the rows and columns of the image that it meets."""
    (k_h, k_w), (s_h, s_w), (d_h, d_w) = pair(kernel_size), pair(stride), pair(dilation)
    for i in range(k_h):
        for j in range(k_w):
            below, right = d_h * (k_h - 1 - i), d_w * (k_w - 1 - j)  # left over by the last window
            yield slice(d_h * i, height - below, s_h), slice(d_w * j, width - right, s_w)


def pair(value: int | tuple[int, int]) -> tuple[int, int]:
    """An int counts for both axes."""
    return (value, value) if isinstance(value, int) else value
