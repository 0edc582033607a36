# wrong answer
# H // stride rows: the last one is lost where the size is odd
import torch


def conv1x1(x, w, b=None, stride=1):
    N, C, H, W = x.shape
    h, w_out = H // stride, W // stride
    x = x[:, :, : h * stride : stride, : w_out * stride : stride]
    y = torch.tensordot(w[:, :, 0, 0], x, dims=([1], [1])).transpose(0, 1)
    return y if b is None else y + b[:, None, None]


def fc_to_conv(w, b, c, h, w_):
    return w.reshape(-1, c, h, w_), b


def bottleneck_saving(c_in, c_mid, c_out, k):
    return k * k * c_in * c_out, c_in * c_mid + k * k * c_mid * c_out
