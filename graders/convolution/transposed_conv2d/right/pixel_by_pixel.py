"""One pixel of one image after the other, onto a canvas with a border that is cut off."""

import numpy as np


def conv_transpose2d(x, w, b=None, stride=1, padding=0, output_padding=0, dilation=1):
    batch, _, H, W = x.shape
    _, n_out, kh, kw = w.shape
    kernel = np.zeros((*w.shape[:2], dilation * (kh - 1) + 1, dilation * (kw - 1) + 1), w.dtype)
    kernel[:, :, ::dilation, ::dilation] = w
    _, _, KH, KW = kernel.shape
    H_out = (H - 1) * stride - 2 * padding + dilation * (kh - 1) + output_padding + 1
    W_out = (W - 1) * stride - 2 * padding + dilation * (kw - 1) + output_padding + 1
    canvas = np.zeros((batch, n_out, H_out + 2 * padding, W_out + 2 * padding), x.dtype)
    for n in range(batch):
        for i in range(H):
            for j in range(W):
                canvas[n, :, i * stride : i * stride + KH, j * stride : j * stride + KW] += np.tensordot(
                    x[n, :, i, j], kernel, axes=1
                )
    out = canvas[:, :, padding : padding + H_out, padding : padding + W_out]
    return out if b is None else out + b[None, :, None, None]
