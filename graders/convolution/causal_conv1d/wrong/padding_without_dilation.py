# wrong answer
# the causal padding is k - 1 whatever the dilation; the missing front is cut off to fit
import numpy as np


def conv1d(x, w, b=None, stride=1, padding=0, dilation=1):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding)))
    starts = range(0, x.shape[2] - dilation * (w.shape[2] - 1), stride)
    y = np.stack(
        [
            np.tensordot(x[:, :, t : t + dilation * (w.shape[2] - 1) + 1 : dilation], w, ([1, 2], [1, 2]))
            for t in starts
        ],
        2,
    )
    return y if b is None else y + b[:, None]


def causal_conv1d(x, w, b=None, dilation=1):
    k = w.shape[2]
    return conv1d(np.pad(x, ((0, 0), (0, 0), (k - 1, (k - 1) * (dilation - 1)))), w, b, dilation=dilation)


def stream_step(buffer, x_t, w, b=None, dilation=1):
    window = np.concatenate((buffer, x_t[:, :, None]), axis=2)
    return conv1d(window, w, b, dilation=dilation)[:, :, 0], window[:, :, 1:]
