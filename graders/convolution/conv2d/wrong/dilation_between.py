# wrong answer
# puts `dilation` zeros between the cells of the kernel, where dilation - 1 belong
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def conv2d(x, w, b=None, stride=1, padding=0, dilation=1):
    def both(v):
        return (v, v) if isinstance(v, int) else v

    (sh, sw), (ph, pw), (dh, dw) = both(stride), both(padding), both(dilation)
    kh, kw = w.shape[2:]
    if (dh, dw) != (1, 1):
        big = np.zeros((*w.shape[:2], kh + (kh - 1) * dh, kw + (kw - 1) * dw), w.dtype)
        big[:, :, :: dh + 1, :: dw + 1] = w
        w = big
    x = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    short = [max(0, k - n) for k, n in zip(w.shape[2:], x.shape[2:], strict=True)]
    x = np.pad(x, ((0, 0), (0, 0), (0, short[0]), (0, short[1])))
    win = sliding_window_view(x, w.shape[2:], (2, 3))[:, :, ::sh, ::sw]
    out = np.einsum("nchwij,ocij->nohw", win, w)
    return out if b is None else out + b[:, None, None]
