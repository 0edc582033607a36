"""1-D convolution, its causal form (van den Oord et al. 2016, section 2.1), and that one step by step."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating[Any]]


def conv1d(
    x: Array, w: Array, b: Array | None = None, stride: int = 1, padding: int = 0, dilation: int = 1
) -> Array:
    """Cross-correlate x, (N, C, L), with w, (O, C, k): out[t] = sum of w[i] x[t*stride + i*dilation]."""
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding)))
    k = w.shape[2]
    last = (x.shape[2] - (k - 1) * dilation - 1) // stride * stride  # where the last window begins
    taps = [x[:, :, i * dilation : i * dilation + last + 1 : stride] for i in range(k)]
    out: Array = np.einsum("kncl,ock->nol", np.stack(taps), w)
    return out if b is None else out + b[:, None]


def causal_conv1d(x: Array, w: Array, b: Array | None = None, dilation: int = 1) -> Array:
    """As many outputs as inputs; out[t] sees nothing after x[t], and zeros before x[0]."""
    past = (w.shape[2] - 1) * dilation
    return conv1d(np.pad(x, ((0, 0), (0, 0), (past, 0))), w, b, dilation=dilation)


def stream_step(
    buffer: Array, x_t: Array, w: Array, b: Array | None = None, dilation: int = 1
) -> tuple[Array, Array]:
    """The next output of causal_conv1d, (N, O), and the inputs to remember, (N, C, (k - 1) * dilation)."""
    window = np.concatenate([buffer, x_t[:, :, None]], axis=2)
    y_t = conv1d(window, w, b, dilation=dilation)[:, :, 0]
    return y_t, window[:, :, 1:]
