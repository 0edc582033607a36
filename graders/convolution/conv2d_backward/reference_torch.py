"""2-D convolution, forward and backward, as a sum over the cells of the kernel, no autograd."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

import torch
from torch import Tensor


class Cache(NamedTuple):
    padded: Tensor  # the images with their border of zeros
    w: Tensor
    stride: int
    padding: int


def conv2d_forward(
    x: Tensor, w: Tensor, b: Tensor, stride: int = 1, padding: int = 0
) -> tuple[Tensor, Cache]:
    """x, (N, C, H, W), convolved with w, (O, C, kh, kw), plus b, (O,): (N, O, H_out, W_out)."""
    padded = torch.nn.functional.pad(x, (padding, padding, padding, padding))
    out_h = (padded.shape[2] - w.shape[2]) // stride + 1
    out_w = (padded.shape[3] - w.shape[3]) // stride + 1
    out = x.new_zeros(len(x), len(w), out_h, out_w)
    for i, j, rows, columns in cells(w, out, stride):
        out += torch.einsum("oc,nchw->nohw", w[:, :, i, j], padded[:, :, rows, columns])
    return out + b[:, None, None], Cache(padded, w, stride, padding)


def conv2d_backward(dout: Tensor, cache: Cache) -> tuple[Tensor, Tensor, Tensor]:
    """Gradients (dx, dw, db) for dout, (N, O, H_out, W_out).

    Each cell of the kernel is a matrix product of its weights and a slice of the images, and so are its
    gradients: one goes to the weights, the other is added to the slice.
    """
    padded, w, stride, padding = cache
    dpadded, dw = torch.zeros_like(padded), torch.zeros_like(w)
    for i, j, rows, columns in cells(w, dout, stride):
        dw[:, :, i, j] = torch.einsum("nohw,nchw->oc", dout, padded[:, :, rows, columns])
        dpadded[:, :, rows, columns] += torch.einsum("oc,nohw->nchw", w[:, :, i, j], dout)
    _, _, height, width = padded.shape
    dx = dpadded[:, :, padding : height - padding, padding : width - padding]
    return dx, dw, dout.sum((0, 2, 3))


def cells(w: Tensor, out: Tensor, stride: int) -> Iterator[tuple[int, int, slice, slice]]:
    """Every cell of the kernel, with the rows and columns of the padded images that it meets."""
    _, _, out_h, out_w = out.shape
    for i, j in product(range(w.shape[2]), range(w.shape[3])):
        yield (
            i,
            j,
            slice(i, i + stride * (out_h - 1) + 1, stride),
            slice(j, j + stride * (out_w - 1) + 1, stride),
        )
