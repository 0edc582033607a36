# rule violation
# the scatter by fold
import torch
import torch.nn.functional as F


def conv_transpose2d(x, w, b=None, stride=1, padding=0, output_padding=0, dilation=1):
    n, c, h, wd = x.shape
    _, o, kh, kw = w.shape
    size = [
        (s - 1) * stride - 2 * padding + dilation * (k - 1) + output_padding + 1
        for s, k in ((h, kh), (wd, kw))
    ]
    cols = w.reshape(c, -1).T @ x.reshape(n, c, -1)
    out = F.fold(cols, size, (kh, kw), dilation, padding, stride)
    return out if b is None else out + b[:, None, None]
