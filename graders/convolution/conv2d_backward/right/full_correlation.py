# dx as one more correlation: of dout, spread out by the stride, with the kernel turned round
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def correlate(x, w):
    return np.einsum("nchwij,ocij->nohw", sliding_window_view(x, w.shape[2:], (2, 3)), w)


def conv2d_forward(x, w, b, stride=1, padding=0):
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    out = correlate(padded, w)[:, :, ::stride, ::stride]
    return out + b.reshape(1, -1, 1, 1), (x.shape, padded, w, stride, padding)


def conv2d_backward(dout, cache):
    (n, _, height, width), padded, w, stride, padding = cache
    o, _, kh, kw = w.shape
    # the output of stride 1; what is 0 here did not leave the layer
    spread = np.zeros((n, o, padded.shape[2] - kh + 1, padded.shape[3] - kw + 1), dout.dtype)
    spread[:, :, ::stride, ::stride] = dout
    dw = correlate(padded.swapaxes(0, 1), spread.swapaxes(0, 1)).swapaxes(0, 1)
    around = np.pad(spread, ((0, 0), (0, 0), (kh - 1, kh - 1), (kw - 1, kw - 1)))
    dpadded = correlate(around, np.flip(w, (2, 3)).swapaxes(0, 1))
    dx = dpadded[:, :, padding : padding + height, padding : padding + width]
    return dx, dw, np.einsum("nohw->o", dout)
