# wrong answer
# the bias is added inside the loop over input channels
import torch


def conv2d(x, w, b=None, stride=1, padding=0, dilation=1):
    s, p, d = ((v, v) if isinstance(v, int) else v for v in (stride, padding, dilation))
    kh, kw = w.shape[2:]
    x = torch.nn.functional.pad(x, (p[1], p[1], p[0], p[0]))
    x = x.unfold(2, d[0] * (kh - 1) + 1, s[0]).unfold(3, d[1] * (kw - 1) + 1, s[1])
    x = x[..., :: d[0], :: d[1]]
    out = 0
    for c in range(x.shape[1]):
        part = torch.einsum("nhwij,oij->nohw", x[:, c], w[:, c])
        if b is not None:
            part = part + b.view(1, -1, 1, 1)
        out = out + part
    return out
