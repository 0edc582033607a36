# wrong answer
# crops first, and fills the rows and columns of output_padding with zeros
import torch
import torch.nn.functional as F


def conv_transpose2d(x, w, b=None, stride=1, padding=0, output_padding=0, dilation=1):
    n, c, h, wd = x.shape
    _, o, kh, kw = w.shape
    fh, fw = (h - 1) * stride + dilation * (kh - 1) + 1, (wd - 1) * stride + dilation * (kw - 1) + 1
    out = torch.zeros(n, o, fh, fw, dtype=x.dtype, device=x.device)
    for i in range(kh):
        for j in range(kw):
            a, e = i * dilation, j * dilation
            out[:, :, a : a + (h - 1) * stride + 1 : stride, e : e + (wd - 1) * stride + 1 : stride] += (
                torch.einsum("nchw,co->nohw", x, w[:, :, i, j])
            )
    out = out[:, :, padding : fh - padding, padding : fw - padding]
    out = F.pad(out, (0, output_padding, 0, output_padding))
    return out if b is None else out + b.view(1, -1, 1, 1)
