"""2-D convolution, forward and backward, as a sum over the cells of the kernel."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating[Any]]


class Cache(NamedTuple):
    padded: Array  # the images with their border of zeros
    w: Array
    stride: int
    padding: int


def conv2d_forward(x: Array, w: Array, b: Array, stride: int = 1, padding: int = 0) -> tuple[Array, Cache]:
    """x, (N, C, H, W), convolved with w, (O, C, kh, kw), plus b, (O,): (N, O, H_out, W_out)."""
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    out_h = (padded.shape[2] - w.shape[2]) // stride + 1
    out_w = (padded.shape[3] - w.shape[3]) // stride + 1
    out = np.zeros((len(x), len(w), out_h, out_w), x.dtype)
    for i, j, rows, columns in cells(w, out, stride):
        out += np.einsum("oc,nchw->nohw", w[:, :, i, j], padded[:, :, rows, columns])
    return out + b[:, None, None], Cache(padded, w, stride, padding)


def conv2d_backward(dout: Array, cache: Cache) -> tuple[Array, Array, Array]:
    """Gradients (dx, dw, db) for dout, (N, O, H_out, W_out).

    Each cell of the kernel is a matrix product of its weights and a slice of the images, and so are its
    gradients: one goes to the weights, the other is added to the slice.
    """
    padded, w, stride, padding = cache
    dpadded, dw = np.zeros_like(padded), np.zeros_like(w)
    for i, j, rows, columns in cells(w, dout, stride):
        dw[:, :, i, j] = np.einsum("nohw,nchw->oc", dout, padded[:, :, rows, columns])
        dpadded[:, :, rows, columns] += np.einsum("oc,nohw->nchw", w[:, :, i, j], dout)
    _, _, height, width = padded.shape
    dx = dpadded[:, :, padding : height - padding, padding : width - padding]
    return dx, dw, dout.sum((0, 2, 3))


def cells(w: Array, out: Array, stride: int) -> Iterator[tuple[int, int, slice, slice]]:
    """Every cell of the kernel, with the rows and columns of the padded images that it meets."""
    _, _, out_h, out_w = out.shape
    for i, j in np.ndindex(w.shape[2], w.shape[3]):
        yield (
            i,
            j,
            slice(i, i + stride * (out_h - 1) + 1, stride),
            slice(j, j + stride * (out_w - 1) + 1, stride),
        )
