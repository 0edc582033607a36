# wrong answer
# steps the windows by stride * dilation
import numpy as np


def conv2d(x, w, b=None, stride=1, padding=0, dilation=1):
    (sh, sw), (ph, pw), (dh, dw) = ((v, v) if isinstance(v, int) else v for v in (stride, padding, dilation))
    kh, kw = w.shape[2:]
    x = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    win = np.lib.stride_tricks.sliding_window_view(x, (dh * (kh - 1) + 1, dw * (kw - 1) + 1), (2, 3))
    win = win[:, :, :: sh * dh, :: sw * dw, ::dh, ::dw]
    out = np.einsum("nchwij,ocij->nohw", win, w)
    return out if b is None else out + b[:, None, None]
