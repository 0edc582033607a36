"""2-D convolution (stride, padding, dilation) (Dumoulin & Visin 2016), as a product over all windows."""

from __future__ import annotations

import torch
from torch import Tensor


def conv2d(
    x: Tensor,
    w: Tensor,
    b: Tensor | None = None,
    stride: int | tuple[int, int] = 1,
    padding: int | tuple[int, int] = 0,
    dilation: int | tuple[int, int] = 1,
) -> Tensor:
    """Cross-correlate x, (N, C, H, W), with w, (O, C, kh, kw). Returns (N, O, H_out, W_out)."""
    (s_h, s_w), (p_h, p_w), (d_h, d_w) = pair(stride), pair(padding), pair(dilation)
    padded = torch.nn.functional.pad(x, (p_w, p_w, p_h, p_h))
    span_h, span_w = d_h * (w.shape[2] - 1) + 1, d_w * (w.shape[3] - 1) + 1
    windows = padded.unfold(2, span_h, s_h).unfold(3, span_w, s_w)[..., ::d_h, ::d_w]
    out = torch.einsum("nchwij,ocij->nohw", windows, w)
    return out if b is None else out + b[:, None, None]


def pair(value: int | tuple[int, int]) -> tuple[int, int]:
    """An int counts for both axes."""
    return (value, value) if isinstance(value, int) else value
