"""Zeros between the pixels, then an ordinary convolution with the flipped kernel."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def conv_transpose2d(x, w, b=None, stride=1, padding=0, output_padding=0, dilation=1):
    N, C, H, W = x.shape
    _, n_out, kh, kw = w.shape
    reach_h, reach_w = dilation * (kh - 1), dilation * (kw - 1)
    spread = np.zeros(
        (
            N,
            C,
            (H - 1) * stride + 1 + 2 * reach_h + output_padding,
            (W - 1) * stride + 1 + 2 * reach_w + output_padding,
        ),
        x.dtype,
    )
    spread[:, :, reach_h : reach_h + H * stride : stride, reach_w : reach_w + W * stride : stride][
        :, :, :H, :W
    ] = x
    windows = sliding_window_view(spread, (reach_h + 1, reach_w + 1), axis=(2, 3))
    windows = windows[..., ::dilation, ::dilation]
    out = np.tensordot(windows, w[:, :, ::-1, ::-1], axes=([1, 4, 5], [0, 2, 3])).transpose(0, 3, 1, 2)
    last_h, last_w = out.shape[2] - padding, out.shape[3] - padding
    out = out[:, :, padding:last_h, padding:last_w]
    if b is not None:
        out = out + b.reshape(1, n_out, 1, 1)
    return np.ascontiguousarray(out)
