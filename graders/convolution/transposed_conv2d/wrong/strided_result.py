# wrong answer
# strides as an ordinary convolution does: every s-th pixel of the stride-1 result
import numpy as np


def conv_transpose2d(x, w, b=None, stride=1, padding=0, output_padding=0, dilation=1):
    N, C, H, W = x.shape
    _, O, kh, kw = w.shape
    fh, fw = (
        H - 1 + dilation * (kh - 1) + output_padding + 1,
        W - 1 + dilation * (kw - 1) + output_padding + 1,
    )
    out = np.zeros((N, O, fh, fw), x.dtype)
    for i in range(kh):
        for j in range(kw):
            y, z = i * dilation, j * dilation
            out[:, :, y : y + H, z : z + W] += np.einsum("nchw,co->nohw", x, w[:, :, i, j])
    out = out[:, :, padding : fh - padding : stride, padding : fw - padding : stride]
    return out if b is None else out + b.reshape(-1, 1, 1)
