# wrong answer
# the textbook's convolution: the kernel runs backwards in time
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view as windows_of


def conv1d(x, w, b=None, stride=1, padding=0, dilation=1):
    x = np.pad(x, [(0, 0), (0, 0), (padding, padding)])
    win = windows_of(x, (w.shape[2] - 1) * dilation + 1, 2)[:, :, ::stride, ::-dilation]
    y = np.einsum("nclk,ock->nol", win, w)
    return y if b is None else y + b[:, None]


def causal_conv1d(x, w, b=None, dilation=1):
    x = np.pad(x, [(0, 0), (0, 0), ((w.shape[2] - 1) * dilation, 0)])
    return conv1d(x, w, b, dilation=dilation)


def stream_step(buffer, x_t, w, b=None, dilation=1):
    x = np.concatenate([buffer, x_t[..., None]], axis=2)
    return conv1d(x, w, b, dilation=dilation)[..., 0], x[:, :, 1:]
