# wrong answer
# remembers the stream by itself instead of in the buffer, so that two streams run into each other
import numpy as np

_last = []


def conv1d(x, w, b=None, stride=1, padding=0, dilation=1):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding)))
    k = w.shape[2]
    m = (x.shape[2] - dilation * (k - 1) - 1) // stride + 1
    idx = np.arange(m)[:, None] * stride + np.arange(k) * dilation
    y = np.einsum("nclk,ock->nol", x[:, :, idx], w)
    return y if b is None else y + b[:, None]


def causal_conv1d(x, w, b=None, dilation=1):
    past = (w.shape[2] - 1) * dilation
    return conv1d(np.pad(x, ((0, 0), (0, 0), (past, 0))), w, b, dilation=dilation)


def stream_step(buffer, x_t, w, b=None, dilation=1):
    if not _last or not buffer.any() or _last[-1].shape != buffer.shape:
        _last[:] = [buffer]
    window = np.concatenate([_last[0], x_t[:, :, None]], 2)
    _last[0] = window[:, :, 1:]
    return conv1d(window, w, b, dilation=dilation)[:, :, 0], _last[0]
