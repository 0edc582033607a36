# wrong answer
# reads the weight as (O, C, kh, kw), which fits only where O = C
import torch


def conv_transpose2d(x, w, b=None, stride=1, padding=0, output_padding=0, dilation=1):
    n, c, h, wd = x.shape
    o, _, kh, kw = w.shape
    full = x.new_zeros(
        n,
        o,
        (h - 1) * stride + dilation * (kh - 1) + 1 + output_padding,
        (wd - 1) * stride + dilation * (kw - 1) + 1 + output_padding,
    )
    for i in range(kh):
        for j in range(kw):
            part = torch.einsum("nchw,oc->nohw", x, w[:, :, i, j])
            full[:, :, i * dilation :, j * dilation :][:, :, ::stride, ::stride][:, :, :h, :wd] += part
    out = full[:, :, padding : full.shape[2] - padding, padding : full.shape[3] - padding]
    return out if b is None else out + b[:, None, None]
