# wrong answer
# takes the first number of a pair for both axes
import torch


def conv2d(x, w, b=None, stride=1, padding=0, dilation=1):
    s, p, d = (v if isinstance(v, int) else v[0] for v in (stride, padding, dilation))
    kh, kw = w.shape[2:]
    x = torch.nn.functional.pad(x, (p, p, p, p))
    x = x.unfold(2, d * (kh - 1) + 1, s).unfold(3, d * (kw - 1) + 1, s)[..., ::d, ::d]
    out = torch.einsum("nchwij,ocij->nohw", x, w)
    return out if b is None else out + b[:, None, None]
