# wrong answer
# shifts the buffer that it was given
import torch
from torch.nn.functional import pad


def conv1d(x, w, b=None, stride=1, padding=0, dilation=1):
    x = pad(x, (padding, padding))
    y = torch.einsum(
        "nclk,ock->nol", x.unfold(2, dilation * (w.shape[2] - 1) + 1, stride)[..., ::dilation], w
    )
    return y if b is None else y + b[:, None]


def causal_conv1d(x, w, b=None, dilation=1):
    return conv1d(pad(x, ((w.shape[2] - 1) * dilation, 0)), w, b, dilation=dilation)


def stream_step(buffer, x_t, w, b=None, dilation=1):
    window = torch.cat([buffer, x_t[:, :, None]], 2)
    buffer.copy_(window[:, :, 1:])
    return conv1d(window, w, b, dilation=dilation)[:, :, 0], buffer
