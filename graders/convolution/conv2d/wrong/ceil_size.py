# wrong answer
# the output size is rounded up, the last windows hang over the border
import math

import numpy as np


def conv2d(x, w, b=None, stride=1, padding=0, dilation=1):
    (sh, sw), (ph, pw), (dh, dw) = ((v, v) if isinstance(v, int) else v for v in (stride, padding, dilation))
    kh, kw = w.shape[2:]
    N, C, H, W = x.shape
    oh = math.ceil((H + 2 * ph - dh * (kh - 1) - 1) / sh) + 1
    ow = math.ceil((W + 2 * pw - dw * (kw - 1) - 1) / sw) + 1
    x = np.pad(x, ((0, 0), (0, 0), (ph, ph + sh), (pw, pw + sw)))
    out = np.zeros((N, len(w), oh, ow), x.dtype)
    for i in range(oh):
        for j in range(ow):
            patch = x[:, :, i * sh :, j * sw :][:, :, : dh * (kh - 1) + 1 : dh, : dw * (kw - 1) + 1 : dw]
            out[:, :, i, j] = np.einsum("ncij,ocij->no", patch, w)
    return out if b is None else out + b[:, None, None]
