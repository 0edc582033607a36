# wrong answer
# adds the bias along the last axis, which fits where W = O
import torch


def conv1x1(x, w, b=None, stride=1):
    x = x[..., ::stride, ::stride]
    y = torch.einsum("nchw,oc->nohw", x, w.squeeze(-1).squeeze(-1))
    if b is not None:
        y = y + b
    return y


def fc_to_conv(w, b, c, h, w_):
    return w.reshape(-1, c, h, w_), b


def bottleneck_saving(c_in, c_mid, c_out, k):
    return k * k * c_in * c_out, c_in * c_mid + k * k * c_mid * c_out
