# wrong answer
# each pixel's kernel is written over what is there
import numpy as np


def conv_transpose2d(x, w, b=None, stride=1, padding=0, output_padding=0, dilation=1):
    N, C, H, W = x.shape
    _, O, kh, kw = w.shape
    fh = (H - 1) * stride + dilation * (kh - 1) + 1 + output_padding
    fw = (W - 1) * stride + dilation * (kw - 1) + 1 + output_padding
    out = np.zeros((N, O, fh, fw), x.dtype)
    for i in range(H):
        for j in range(W):
            stamp = np.einsum("nc,cokl->nokl", x[:, :, i, j], w)
            top, left = i * stride, j * stride
            out[
                :,
                :,
                top : top + dilation * (kh - 1) + 1 : dilation,
                left : left + dilation * (kw - 1) + 1 : dilation,
            ] = stamp
    out = out[:, :, padding : fh - padding, padding : fw - padding]
    return out if b is None else out + b.reshape(-1, 1, 1)
