import torch


def conv1x1(x, w, b=None, stride=1):
    pixels = x[:, :, ::stride, ::stride].movedim(1, -1)
    return torch.nn.functional.linear(pixels, w[..., 0, 0], b).movedim(-1, 1)


def fc_to_conv(w, b, c, h, w_):
    return w.unflatten(1, (c, h, w_)), b


def bottleneck_saving(c_in, c_mid, c_out, k):
    first = torch.empty(c_mid, c_in, 1, 1, device="meta")
    second = torch.empty(c_out, c_mid, k, k, device="meta")
    direct = torch.empty(c_out, c_in, k, k, device="meta")
    return direct.numel(), first.numel() + second.numel()
