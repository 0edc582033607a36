# wrong answer
# the saving as a float
import numpy as np


def grouped_conv2d(x, w, b=None, groups=1, stride=1, padding=0):
    N, C, H, W = x.shape
    O, Cg, kh, kw = w.shape
    if C % groups or O % groups:
        raise ValueError("groups")
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    win = np.lib.stride_tricks.sliding_window_view(x, (kh, kw), (2, 3))[:, :, ::stride, ::stride]
    win = np.split(win, groups, axis=1)
    ws = np.split(w, groups, axis=0)
    out = np.concatenate([np.einsum("nchwij,ocij->nohw", a, k) for a, k in zip(win, ws)], axis=1)
    return out if b is None else out + b[None, :, None, None]


def depthwise_separable(x, w_dw, w_pw, stride=1, padding=0):
    y = grouped_conv2d(x, w_dw, groups=x.shape[1], stride=stride, padding=padding)
    return grouped_conv2d(y, w_pw)


def separable_saving(c_in, c_out, k):
    return 1 / c_out + 1 / k**2
