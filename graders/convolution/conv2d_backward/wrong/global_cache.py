# wrong answer
# keeps the columns in a module variable, which the next layer's forward overwrites
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

COLUMNS = {}


def conv2d_forward(x, w, b, stride=1, padding=0):
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    win = sliding_window_view(xp, w.shape[2:], (2, 3))[:, :, ::stride, ::stride]
    COLUMNS["win"] = win
    return np.einsum("nchwij,ocij->nohw", win, w) + b[:, None, None], (xp.shape, w, stride, padding)


def conv2d_backward(dout, cache):
    shape, w, s, p = cache
    win = COLUMNS["win"][:, :, : dout.shape[2], : dout.shape[3]]
    dw = np.einsum("nohw,nchwij->ocij", dout[:, :, : win.shape[2], : win.shape[3]], win)
    full = np.zeros_like(w)
    c, i, j = (min(a, b) for a, b in zip(dw.shape[1:], full.shape[1:], strict=True))
    full[:, :c, :i, :j] = dw[:, :c, :i, :j]
    dxp = np.zeros(shape, dout.dtype)
    for i in range(dout.shape[2]):
        for j in range(dout.shape[3]):
            part = np.tensordot(dout[:, :, i, j], w, 1)
            dxp[:, :, i * s : i * s + w.shape[2], j * s : j * s + w.shape[3]] += part
    return dxp[:, :, p : shape[2] - p, p : shape[3] - p], full, dout.sum((0, 2, 3))
