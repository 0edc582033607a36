# rule violation
# a convolution of the library over the flattened pixels
import torch


def conv1x1(x, w, b=None, stride=1):
    x = x[:, :, ::stride, ::stride]
    return torch.nn.functional.conv1d(x.flatten(2), w.flatten(2), b).reshape(len(x), -1, *x.shape[2:])


def fc_to_conv(w, b, c, h, w_):
    return w.reshape(-1, c, h, w_), b


def bottleneck_saving(c_in, c_mid, c_out, k):
    return k * k * c_in * c_out, c_in * c_mid + k * k * c_mid * c_out
