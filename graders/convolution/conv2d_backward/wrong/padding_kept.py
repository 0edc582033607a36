# wrong answer
# the gradient of the padded images is returned
import numpy as np


def conv2d_forward(x, w, b, stride=1, padding=0):
    kh, kw = w.shape[2:]
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    win = np.lib.stride_tricks.sliding_window_view(xp, (kh, kw), (2, 3))[:, :, ::stride, ::stride]
    out = np.einsum("nchwij,ocij->nohw", win, w, optimize=True) + b[:, None, None]
    return out, (x.shape, xp, win, w, stride, padding)


def conv2d_backward(dout, cache):
    (N, C, H, W), xp, win, w, s, p = cache
    kh, kw = w.shape[2:]
    oh, ow = dout.shape[2:]
    dw = np.einsum("nohw,nchwij->ocij", dout, win, optimize=True)
    db = dout.sum(axis=(0, 2, 3))
    dxp = np.zeros_like(xp)
    for i in range(oh):
        for j in range(ow):
            dxp[:, :, i * s : i * s + kh, j * s : j * s + kw] += np.tensordot(dout[:, :, i, j], w, 1)
    return dxp, dw, db
