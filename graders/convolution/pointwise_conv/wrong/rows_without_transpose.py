# wrong answer
# reshapes (N, C, H, W) to (N*H*W, C) as it lies in memory
import numpy as np


def conv1x1(x, w, b=None, stride=1):
    x = np.ascontiguousarray(x[:, :, ::stride, ::stride])
    N, C, H, W = x.shape
    out = x.reshape(N * H * W, C) @ w.reshape(-1, C).T
    if b is not None:
        out = out + b
    return out.reshape(N, -1, H, W)


def fc_to_conv(w, b, c, h, w_):
    return w.reshape(-1, c, h, w_), b


def bottleneck_saving(c_in, c_mid, c_out, k):
    return k * k * c_in * c_out, c_in * c_mid + k * k * c_mid * c_out
