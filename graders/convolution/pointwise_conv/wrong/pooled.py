# wrong answer
# averages each stride x stride block, as a pooling layer would
import numpy as np


def conv1x1(x, w, b=None, stride=1):
    N, C, H, W = x.shape
    rows, cols = -(-H // stride), -(-W // stride)
    y = np.empty((N, w.shape[0], rows, cols), x.dtype)
    for i in range(rows):
        for j in range(cols):
            block = x[:, :, i * stride : (i + 1) * stride, j * stride : (j + 1) * stride]
            y[:, :, i, j] = block.mean((2, 3)) @ w[:, :, 0, 0].T
    return y if b is None else y + b[:, None, None]


def fc_to_conv(w, b, c, h, w_):
    return w.reshape(-1, c, h, w_), b


def bottleneck_saving(c_in, c_mid, c_out, k):
    return k * k * c_in * c_out, c_in * c_mid + k * k * c_mid * c_out
