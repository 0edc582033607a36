# wrong answer
# dx as a full correlation with the kernel as it is, where it has to be turned round
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def conv2d_forward(x, w, b, stride=1, padding=0):
    p = padding
    xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    win = sliding_window_view(xp, w.shape[2:], (2, 3))[:, :, ::stride, ::stride]
    return np.einsum("nchwij,ocij->nohw", win, w) + b[:, None, None], (xp, w, stride, p)


def conv2d_backward(dout, cache):
    xp, w, s, p = cache
    kh, kw = w.shape[2:]
    win = sliding_window_view(xp, (kh, kw), (2, 3))[:, :, ::s, ::s]
    dw = np.einsum("nohw,nchwij->ocij", dout, win)
    spread = np.zeros((*dout.shape[:2], xp.shape[2] + kh - 1, xp.shape[3] + kw - 1), dout.dtype)
    ho, wo = dout.shape[2:]
    spread[:, :, kh - 1 : kh - 1 + s * ho : s, kw - 1 : kw - 1 + s * wo : s] = dout
    dxp = np.einsum("nohwij,ocij->nchw", sliding_window_view(spread, (kh, kw), (2, 3)), w)
    return dxp[:, :, p : xp.shape[2] - p, p : xp.shape[3] - p], dw, dout.sum((0, 2, 3))
