# wrong answer
# reads the pairs of stride, padding and dilation as (width, height)
import torch


def conv2d(x, w, b=None, stride=1, padding=0, dilation=1):
    (sw, sh), (pw, ph), (dw, dh) = [(v, v) if isinstance(v, int) else v for v in (stride, padding, dilation)]
    kh, kw = w.shape[2:]
    x = torch.nn.functional.pad(x, (pw, pw, ph, ph))
    ho, wo = (x.shape[2] - dh * (kh - 1) - 1) // sh + 1, (x.shape[3] - dw * (kw - 1) - 1) // sw + 1
    out = x.new_zeros(x.shape[0], w.shape[0], max(ho, 0), max(wo, 0))
    for i in range(kh):
        for j in range(kw):
            part = x[:, :, i * dh :: sh, j * dw :: sw][:, :, :ho, :wo]
            out = out + torch.einsum("nchw,oc->nohw", part, w[:, :, i, j])
    return out if b is None else out + b.view(1, -1, 1, 1)
