# wrong answer
# sums over the first axis of the filters; where there is one filter, it broadcasts
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def conv2d(x, w, b=None, stride=1, padding=0, dilation=1):
    (sh, sw), (ph, pw), (dh, dw) = ((v, v) if isinstance(v, int) else v for v in (stride, padding, dilation))
    x = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    span = (dh * (w.shape[2] - 1) + 1, dw * (w.shape[3] - 1) + 1)
    win = sliding_window_view(x, span, (2, 3))[:, :, ::sh, ::sw, ::dh, ::dw]
    out = np.einsum("nchwij,coij->nohw", win, w)
    return out if b is None else out + b[:, None, None]
