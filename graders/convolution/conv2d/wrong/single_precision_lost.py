# wrong answer
# collects the result in an array of float64 whatever the input is
import numpy as np


def conv2d(x, w, b=None, stride=1, padding=0, dilation=1):
    s, p, d = ((v, v) if isinstance(v, int) else v for v in (stride, padding, dilation))
    kh, kw = w.shape[2:]
    x = np.pad(x, ((0, 0), (0, 0), (p[0], p[0]), (p[1], p[1])))
    ho = (x.shape[2] - d[0] * (kh - 1) - 1) // s[0] + 1
    wo = (x.shape[3] - d[1] * (kw - 1) - 1) // s[1] + 1
    out = np.zeros((len(x), len(w), ho, wo))
    for i in range(kh):
        for j in range(kw):
            part = x[:, :, i * d[0] :: s[0], j * d[1] :: s[1]][:, :, :ho, :wo]
            out += np.tensordot(w[:, :, i, j], part, (1, 1)).swapaxes(0, 1)
    return out if b is None else out + b[:, None, None]
