# wrong answer
# starts each kernel cell's contribution with the bias
import torch


def conv_transpose2d(x, w, b=None, stride=1, padding=0, output_padding=0, dilation=1):
    n, c, h, wd = x.shape
    _, o, kh, kw = w.shape
    fh = (h - 1) * stride + dilation * (kh - 1) + output_padding + 1
    fw = (wd - 1) * stride + dilation * (kw - 1) + output_padding + 1
    out = x.new_zeros((n, o, fh, fw))
    for i in range(kh):
        for j in range(kw):
            part = torch.tensordot(x, w[:, :, i, j], dims=([1], [0])).permute(0, 3, 1, 2)
            if b is not None:
                part = part + b[:, None, None]
            a, e = i * dilation, j * dilation
            out[:, :, a : a + (h - 1) * stride + 1 : stride, e : e + (wd - 1) * stride + 1 : stride] += part
    return out[:, :, padding : fh - padding, padding : fw - padding]
