# wrong answer
# the bottleneck's count leaves out the 1x1 layer
import numpy as np


def conv1x1(x, w, b=None, stride=1):
    out = np.einsum("nchw,ocij->nohw", x[:, :, ::stride, ::stride], w)
    if b is not None:
        out += b[None, :, None, None]
    return out


def fc_to_conv(w, b, c, h, w_):
    return np.array([row.reshape(c, h, w_) for row in w]), b


def bottleneck_saving(c_in, c_mid, c_out, k):
    return c_in * c_out * k * k, c_mid * c_out * k * k
