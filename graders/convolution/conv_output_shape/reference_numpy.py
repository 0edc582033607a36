from __future__ import annotations

from typing import Any


def conv_output_shape(
    input_hw: int | tuple[int, int],
    kernel_size: int | tuple[int, int],
    stride: int | tuple[int, int] = 1,
    padding: int | tuple[int, int] | str = 0,
    dilation: int | tuple[int, int] = 1,
) -> tuple[int, int]:
    """Height and width of the output of a 2-D convolution.

    An argument is one int for both axes, or (height, width); padding may also be "valid" or "same".
    Raises ValueError for a stride below 1, for "same" with a stride other than 1, and for a kernel that does
    not fit.
    Dumoulin & Visin 2016, "A guide to convolution arithmetic for deep learning", relationship 15.
    """
    (n_h, n_w), (k_h, k_w), (s_h, s_w), (d_h, d_w) = map(pair, (input_hw, kernel_size, stride, dilation))
    if min(s_h, s_w) < 1:
        raise ValueError("a stride is below 1")
    if padding == "same":
        if (s_h, s_w) != (1, 1):
            raise ValueError("padding 'same' needs stride 1")
        return n_h, n_w
    p_h, p_w = pair(0 if padding == "valid" else padding)
    height = axis_size(n_h, k_h, s_h, p_h, d_h)
    width = axis_size(n_w, k_w, s_w, p_w, d_w)
    if min(height, width) < 1:
        raise ValueError("the kernel is larger than the padded input")
    return height, width


def axis_size(n: int, k: int, s: int, p: int, d: int) -> int:
    """Positions of a kernel along one axis of n cells; below 1 when it does not fit."""
    span = d * (k - 1) + 1  # cells from the first to the last that the kernel touches
    return (n + 2 * p - span) // s + 1


def pair(value: Any) -> tuple[Any, Any]:
    return value if isinstance(value, tuple) else (value, value)
