# wrong answer
# inserts zeros and correlates, with a border of k - 1 - p whatever the dilation
import torch
import torch.nn.functional as F


def conv_transpose2d(x, w, b=None, stride=1, padding=0, output_padding=0, dilation=1):
    n, c, h, wd = x.shape
    _, o, kh, kw = w.shape
    H = (h - 1) * stride - 2 * padding + dilation * (kh - 1) + output_padding + 1
    W = (wd - 1) * stride - 2 * padding + dilation * (kw - 1) + output_padding + 1
    up = x.new_zeros(n, c, (h - 1) * stride + 1, (wd - 1) * stride + 1)
    up[:, :, ::stride, ::stride] = x
    top, left = kh - 1 - padding, kw - 1 - padding
    up = F.pad(up, (left, W, top, H))
    out = x.new_zeros(n, o, H, W)
    for i in range(kh):
        for j in range(kw):
            part = up[:, :, i * dilation : i * dilation + H, j * dilation : j * dilation + W]
            out += torch.einsum("nchw,co->nohw", part, w[:, :, kh - 1 - i, kw - 1 - j])
    return out if b is None else out + b[:, None, None]
