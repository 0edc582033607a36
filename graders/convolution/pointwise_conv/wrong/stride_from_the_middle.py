# wrong answer
# takes the pixel in the middle of each stride x stride block
import numpy as np


def conv1x1(x, w, b=None, stride=1):
    x = x[:, :, stride // 2 :: stride, stride // 2 :: stride]
    N, C, H, W = x.shape
    y = np.matmul(w[:, :, 0, 0], x.reshape(N, C, H * W)).reshape(N, -1, H, W)
    return y if b is None else y + b[:, None, None]


def fc_to_conv(w, b, c, h, w_):
    return w.reshape(-1, c, h, w_), b


def bottleneck_saving(c_in, c_mid, c_out, k):
    return k * k * c_in * c_out, c_in * c_mid + k * k * c_mid * c_out
