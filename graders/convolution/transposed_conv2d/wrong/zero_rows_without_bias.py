# wrong answer
# crops, adds the bias, and then pads with zeros
import numpy as np


def conv_transpose2d(x, w, b=None, stride=1, padding=0, output_padding=0, dilation=1):
    n, c, h, wd = x.shape
    _, o, kh, kw = w.shape
    fh, fw = (h - 1) * stride + dilation * (kh - 1) + 1, (wd - 1) * stride + dilation * (kw - 1) + 1
    out = np.zeros((n, o, fh, fw), dtype=x.dtype)
    for i in range(kh):
        for j in range(kw):
            a, e = i * dilation, j * dilation
            out[:, :, a : a + (h - 1) * stride + 1 : stride, e : e + (wd - 1) * stride + 1 : stride] += (
                np.einsum("nchw,co->nohw", x, w[:, :, i, j])
            )
    out = out[:, :, padding : fh - padding, padding : fw - padding]
    if b is not None:
        out = out + b[:, None, None]
    return np.pad(out, ((0, 0), (0, 0), (0, output_padding), (0, output_padding)))
