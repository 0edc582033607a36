"""TensorFlow's SAME and VALID padding along one axis; kernels with gaps as in Dumoulin & Visin 2016."""

from __future__ import annotations


def same_padding(size: int, kernel: int, stride: int, dilation: int = 1) -> tuple[int, int, int]:
    """(pad_start, pad_end, out): as little as lets a window begin at every stride-th cell of the input."""
    out = -(-size // stride)  # rounded up
    total = max((out - 1) * stride + span(kernel, dilation) - size, 0)
    pad_start = total // 2
    return pad_start, total - pad_start, out


def valid_output(size: int, kernel: int, stride: int, dilation: int = 1) -> int:
    """How many windows lie wholly on the input."""
    return max((size - span(kernel, dilation)) // stride + 1, 0)


def span(kernel: int, dilation: int) -> int:
    """Cells from the first to the last that a kernel with gaps touches."""
    return (kernel - 1) * dilation + 1
