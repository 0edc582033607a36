# wrong answer
# moves the channels last, and only reshapes on the way back
import torch


def conv1x1(x, w, b=None, stride=1):
    x = x[:, :, ::stride, ::stride]
    N, C, H, W = x.shape
    y = torch.nn.functional.linear(x.permute(0, 2, 3, 1), w.flatten(1), b)
    return y.reshape(N, w.shape[0], H, W)


def fc_to_conv(w, b, c, h, w_):
    return w.reshape(-1, c, h, w_), b


def bottleneck_saving(c_in, c_mid, c_out, k):
    return k * k * c_in * c_out, c_in * c_mid + k * k * c_mid * c_out
