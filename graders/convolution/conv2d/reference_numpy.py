"""2-D convolution (stride, padding, dilation) (Dumoulin & Visin 2016), as a product over all windows."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

Array = NDArray[np.floating[Any]]


def conv2d(
    x: Array,
    w: Array,
    b: Array | None = None,
    stride: int | tuple[int, int] = 1,
    padding: int | tuple[int, int] = 0,
    dilation: int | tuple[int, int] = 1,
) -> Array:
    """Cross-correlate x, (N, C, H, W), with w, (O, C, kh, kw). Returns (N, O, H_out, W_out)."""
    (s_h, s_w), (p_h, p_w), (d_h, d_w) = pair(stride), pair(padding), pair(dilation)
    padded = np.pad(x, ((0, 0), (0, 0), (p_h, p_h), (p_w, p_w)))
    span = d_h * (w.shape[2] - 1) + 1, d_w * (w.shape[3] - 1) + 1
    windows = sliding_window_view(padded, span, axis=(2, 3))[:, :, ::s_h, ::s_w, ::d_h, ::d_w]
    out: Array = np.tensordot(windows, w, axes=((1, 4, 5), (1, 2, 3))).transpose(0, 3, 1, 2)
    return out if b is None else out + b[:, None, None]


def pair(value: int | tuple[int, int]) -> tuple[int, int]:
    """An int counts for both axes."""
    return (value, value) if isinstance(value, int) else value
