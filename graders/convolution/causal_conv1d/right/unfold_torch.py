# Tensor.unfold cuts the windows
import torch


def conv1d(x, w, b=None, stride=1, padding=0, dilation=1):
    side = x.new_zeros(*x.shape[:2], padding)
    padded = torch.cat([side, x, side], dim=-1)
    span = dilation * (w.size(-1) - 1) + 1
    windows = padded.unfold(2, span, stride)[..., ::dilation]  # (N, C, L_out, k)
    out = torch.einsum("nclk,ock->nol", windows, w)
    if b is not None:
        out += b[:, None]
    return out


def causal_conv1d(x, w, b=None, dilation=1):
    flipped = conv1d(
        torch.cat([x.flip(2), x.new_zeros(*x.shape[:2], (w.size(2) - 1) * dilation)], 2),
        w.flip(2),
        b,
        dilation=dilation,
    )
    return flipped.flip(2)


def stream_step(buffer, x_t, w, b=None, dilation=1):
    whole = torch.cat([buffer, x_t.unsqueeze(-1)], dim=-1)
    y = conv1d(whole, w, b, dilation=dilation)
    return y.squeeze(-1), whole.narrow(-1, 1, buffer.size(-1))
