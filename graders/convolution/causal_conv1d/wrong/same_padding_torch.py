# wrong answer
# the causal convolution pads both sides alike, so that every output sees the future
import torch


def conv1d(x, w, b=None, stride=1, padding=0, dilation=1):
    x = torch.nn.functional.pad(x, (padding, padding))
    win = x.unfold(-1, (w.shape[-1] - 1) * dilation + 1, stride)[..., ::dilation]
    out = torch.einsum("nclk,ock->nol", win, w)
    return out if b is None else out + b.view(-1, 1)


def causal_conv1d(x, w, b=None, dilation=1):
    total = (w.shape[-1] - 1) * dilation
    x = torch.nn.functional.pad(x, (total // 2, total - total // 2))
    return conv1d(x, w, b, dilation=dilation)


def stream_step(buffer, x_t, w, b=None, dilation=1):
    window = torch.cat([buffer, x_t[:, :, None]], -1)
    return conv1d(window, w, b, dilation=dilation)[..., 0], window[..., 1:]
