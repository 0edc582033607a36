# wrong answer
# F.pad takes the last axis first: height and width padding are exchanged
import torch.nn.functional as F


def conv2d(x, w, b=None, stride=1, padding=0, dilation=1):
    (sh, sw), (ph, pw), (dh, dw) = ((v, v) if isinstance(v, int) else v for v in (stride, padding, dilation))
    kh, kw = w.shape[2:]
    x = F.pad(x, (ph, ph, pw, pw))
    oh = (x.shape[2] - dh * (kh - 1) - 1) // sh + 1
    ow = (x.shape[3] - dw * (kw - 1) - 1) // sw + 1
    out = x.new_zeros(x.shape[0], w.shape[0], oh, ow)
    for i in range(kh):
        for j in range(kw):
            cut = x[:, :, i * dh :: sh, j * dw :: sw][:, :, :oh, :ow]
            out += (cut[:, None] * w[None, :, :, i, j, None, None]).sum(2)
    return out if b is None else out + b[:, None, None]
