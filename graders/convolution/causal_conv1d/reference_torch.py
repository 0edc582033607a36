"""1-D convolution, its causal form (van den Oord et al. 2016, section 2.1), and that one step by step."""

from __future__ import annotations

import torch
from torch import Tensor


def conv1d(
    x: Tensor, w: Tensor, b: Tensor | None = None, stride: int = 1, padding: int = 0, dilation: int = 1
) -> Tensor:
    """Cross-correlate x, (N, C, L), with w, (O, C, k): out[t] = sum of w[i] x[t*stride + i*dilation]."""
    x = torch.nn.functional.pad(x, (padding, padding))
    k = w.shape[2]
    last = (x.shape[2] - (k - 1) * dilation - 1) // stride * stride  # where the last window begins
    taps = [x[:, :, i * dilation : i * dilation + last + 1 : stride] for i in range(k)]
    out = torch.einsum("kncl,ock->nol", torch.stack(taps), w)
    return out if b is None else out + b[:, None]


def causal_conv1d(x: Tensor, w: Tensor, b: Tensor | None = None, dilation: int = 1) -> Tensor:
    """As many outputs as inputs; out[t] sees nothing after x[t], and zeros before x[0]."""
    past = (w.shape[2] - 1) * dilation
    return conv1d(torch.nn.functional.pad(x, (past, 0)), w, b, dilation=dilation)


def stream_step(
    buffer: Tensor, x_t: Tensor, w: Tensor, b: Tensor | None = None, dilation: int = 1
) -> tuple[Tensor, Tensor]:
    """The next output of causal_conv1d, (N, O), and the inputs to remember, (N, C, (k - 1) * dilation)."""
    window = torch.cat([buffer, x_t[:, :, None]], dim=2)
    y_t = conv1d(window, w, b, dilation=dilation)[:, :, 0]
    return y_t, window[:, :, 1:]
