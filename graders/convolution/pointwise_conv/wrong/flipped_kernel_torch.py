# wrong answer
# flips the kernel, as if the convolution would flip it back
import torch


def conv1x1(x, w, b=None, stride=1):
    out = torch.einsum("nchw,ocij->nohw", x[:, :, ::stride, ::stride], w)
    return out if b is None else out + b[None, :, None, None]


def fc_to_conv(w, b, c, h, w_):
    return w.reshape(-1, c, h, w_).flip(2, 3), b


def bottleneck_saving(c_in, c_mid, c_out, k):
    return c_in * c_out * k * k, c_in * c_mid + c_mid * c_out * k * k
