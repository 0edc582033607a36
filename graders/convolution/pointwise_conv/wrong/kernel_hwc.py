# wrong answer
# unflattens the weight as (h, w, c)
import numpy as np


def conv1x1(x, w, b=None, stride=1):
    y = np.tensordot(x[:, :, ::stride, ::stride], w[:, :, 0, 0], axes=(1, 1))
    y = np.moveaxis(y, -1, 1)
    return y if b is None else y + b.reshape(1, -1, 1, 1)


def fc_to_conv(w, b, c, h, w_):
    kernel = w.reshape(w.shape[0], h, w_, c).transpose(0, 3, 1, 2)
    return np.ascontiguousarray(kernel), b.copy()


def bottleneck_saving(c_in, c_mid, c_out, k):
    return c_in * c_out * k**2, c_in * c_mid + c_mid * c_out * k**2
