# wrong answer
# counts the bottleneck of ResNet, which has a second 1x1 layer
import numpy as np


def conv1x1(x, w, b=None, stride=1):
    out = np.einsum("nchw,ocij->nohw", x[:, :, ::stride, ::stride], w)
    return out if b is None else out + b[None, :, None, None]


def fc_to_conv(w, b, c, h, w_):
    return w.reshape(len(b), c, h, w_), b


def bottleneck_saving(c_in, c_mid, c_out, k):
    return c_in * c_out * k * k, c_in * c_mid + c_mid * c_mid * k * k + c_mid * c_out
