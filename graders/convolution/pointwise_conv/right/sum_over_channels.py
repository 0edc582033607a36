"""One output channel at a time: a weighted sum of the planes."""

import numpy as np


def conv1x1(x, w, b=None, stride=1):
    n, _, height, width = x.shape
    rows, columns = (height - 1) // stride + 1, (width - 1) // stride + 1
    out = np.zeros((n, len(w), rows, columns), x.dtype)
    for o, weights in enumerate(w):
        for c, weight in enumerate(weights[:, 0, 0]):
            out[:, o] += weight * x[:, c, ::stride, ::stride]
        if b is not None:
            out[:, o] += b[o]
    return out


def fc_to_conv(w, b, c, h, w_):
    return np.stack([np.stack(np.split(row, c)).reshape(c, h, w_) for row in w]), b


def bottleneck_saving(c_in, c_mid, c_out, k):
    weights = lambda i, o, side: i * o * side * side  # noqa: E731
    return weights(c_in, c_out, k), weights(c_in, c_mid, 1) + weights(c_mid, c_out, k)
