# wrong answer
# pads the output instead of cropping it
import numpy as np


def conv_transpose2d(x, w, b=None, stride=1, padding=0, output_padding=0, dilation=1):
    N, C, H, W = x.shape
    _, O, kh, kw = w.shape
    p = padding
    fh = (H - 1) * stride + 2 * p + dilation * (kh - 1) + output_padding + 1
    fw = (W - 1) * stride + 2 * p + dilation * (kw - 1) + output_padding + 1
    out = np.zeros((N, O, fh, fw), x.dtype)
    for i in range(kh):
        for j in range(kw):
            y, z = p + i * dilation, p + j * dilation
            out[:, :, y : y + H * stride : stride, z : z + W * stride : stride][:, :, :H, :W] += np.tensordot(
                w[:, :, i, j], x, axes=(0, 1)
            ).swapaxes(0, 1)
    return out if b is None else out + b.reshape(-1, 1, 1)
