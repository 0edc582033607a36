# wrong answer
# crops with [p:-p], which leaves nothing where p is 0
import numpy as np


def conv_transpose2d(x, w, b=None, stride=1, padding=0, output_padding=0, dilation=1):
    N, C, H, W = x.shape
    _, O, kh, kw = w.shape
    fh = (H - 1) * stride + dilation * (kh - 1) + output_padding + 1
    fw = (W - 1) * stride + dilation * (kw - 1) + output_padding + 1
    out = np.zeros((N, O, fh, fw), x.dtype)
    for i in range(kh):
        for j in range(kw):
            y, z = i * dilation, j * dilation
            out[:, :, y : y + H * stride : stride, z : z + W * stride : stride][:, :, :H, :W] += np.tensordot(
                w[:, :, i, j], x, axes=(0, 1)
            ).swapaxes(0, 1)
    out = out[:, :, padding:-padding, padding:-padding]
    return out if b is None else out + b.reshape(-1, 1, 1)
