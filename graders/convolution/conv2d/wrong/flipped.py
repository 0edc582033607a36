# wrong answer
# turns the kernel round, as signal processing does
import numpy as np


def conv2d(x, w, b=None, stride=1, padding=0, dilation=1):
    s, p, d = [(v, v) if isinstance(v, int) else v for v in (stride, padding, dilation)]
    w = np.flip(w, (2, 3))
    x = np.pad(x, ((0, 0), (0, 0), (p[0],) * 2, (p[1],) * 2))
    kh, kw = w.shape[2:]
    ho, wo = ((x.shape[2 + a] - d[a] * (k - 1) - 1) // s[a] + 1 for a, k in enumerate((kh, kw)))
    out = np.empty((len(x), len(w), ho, wo), x.dtype)
    for i in range(ho):
        for j in range(wo):
            patch = x[:, :, i * s[0] :, j * s[1] :][
                :, :, : d[0] * (kh - 1) + 1 : d[0], : d[1] * (kw - 1) + 1 : d[1]
            ]
            out[:, :, i, j] = np.tensordot(patch, w, ((1, 2, 3), (1, 2, 3)))
    return out if b is None else out + b[:, None, None]
