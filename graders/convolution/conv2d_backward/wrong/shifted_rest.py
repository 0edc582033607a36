# wrong answer
# fills dx up to the size of the image at the front, where the rows and columns left over are at the end
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def conv2d_forward(x, w, b, stride=1, padding=0):
    p = padding
    xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    win = sliding_window_view(xp, w.shape[2:], (2, 3))[:, :, ::stride, ::stride]
    return np.einsum("nchwij,ocij->nohw", win, w) + b[:, None, None], (xp, w, stride, p)


def conv2d_backward(dout, cache):
    xp, w, s, p = cache
    n, o, ho, wo = dout.shape
    kh, kw = w.shape[2:]
    win = sliding_window_view(xp, (kh, kw), (2, 3))[:, :, ::s, ::s]
    spread = np.zeros((n, o, s * (ho - 1) + 1, s * (wo - 1) + 1), dout.dtype)
    spread[:, :, ::s, ::s] = dout
    spread = np.pad(spread, ((0, 0), (0, 0), (kh - 1, kh - 1), (kw - 1, kw - 1)))
    dxp = np.einsum("nohwij,ocij->nchw", sliding_window_view(spread, (kh, kw), (2, 3)), w[:, :, ::-1, ::-1])
    more = [a - b for a, b in zip(xp.shape[2:], dxp.shape[2:], strict=True)]
    dxp = np.pad(dxp, ((0, 0), (0, 0), (more[0], 0), (more[1], 0)))
    dx = dxp[:, :, p : xp.shape[2] - p, p : xp.shape[3] - p]
    return dx, np.einsum("nohw,nchwij->ocij", dout, win), dout.sum((0, 2, 3))
