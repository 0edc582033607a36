# time limit exceeded
# right, but with a Python step for each value of the output
import numpy as np


def conv1x1(x, w, b=None, stride=1):
    x = x[:, :, ::stride, ::stride]
    N, C, H, W = x.shape
    y = np.zeros((N, w.shape[0], H, W), x.dtype)
    for n, o, i, j in np.ndindex(*y.shape):
        y[n, o, i, j] = np.sum(x[n, :, i, j] * w[o, :, 0, 0])
        if b is not None:
            y[n, o, i, j] += b[o]
    return y


def fc_to_conv(w, b, c, h, w_):
    return w.reshape(-1, c, h, w_), b


def bottleneck_saving(c_in, c_mid, c_out, k):
    return k * k * c_in * c_out, c_in * c_mid + k * k * c_mid * c_out
