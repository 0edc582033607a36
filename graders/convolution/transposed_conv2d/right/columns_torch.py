"""The transpose of a matrix product of patches: one product, then each tap is added where it came from."""

import torch


def conv_transpose2d(x, w, b=None, stride=1, padding=0, output_padding=0, dilation=1):
    n, c, h, width = x.shape
    _, n_out, kh, kw = w.shape
    columns = (w.reshape(c, -1).T @ x.reshape(n, c, -1)).view(n, n_out, kh, kw, h, width)
    rows_out = (h - 1) * stride + dilation * (kh - 1) + output_padding + 1 - 2 * padding
    cols_out = (width - 1) * stride + dilation * (kw - 1) + output_padding + 1 - 2 * padding
    canvas = torch.zeros(
        n, n_out, rows_out + 2 * padding, cols_out + 2 * padding, dtype=x.dtype, device=x.device
    )
    for i in range(kh):
        for j in range(kw):
            target = canvas[:, :, i * dilation :: stride, j * dilation :: stride]
            target[:, :, :h, :width] += columns[:, :, i, j]
    out = canvas[:, :, padding : padding + rows_out, padding : padding + cols_out].contiguous()
    if b is not None:
        out += b[:, None, None]
    return out
