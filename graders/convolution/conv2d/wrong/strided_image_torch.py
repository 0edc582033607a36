# wrong answer
# the stride drops rows and columns of the image before the windows are cut
import torch


def conv2d(x, w, b=None, stride=1, padding=0, dilation=1):
    (sh, sw), (ph, pw), (dh, dw) = ((v, v) if isinstance(v, int) else v for v in (stride, padding, dilation))
    kh, kw = w.shape[2:]
    x = torch.nn.functional.pad(x, (pw, pw, ph, ph))
    ho, wo = (x.shape[2] - dh * (kh - 1) - 1) // sh + 1, (x.shape[3] - dw * (kw - 1) - 1) // sw + 1
    rows = (torch.arange(ho)[:, None] + sh * dh * torch.arange(kh)).clamp(max=x.shape[2] - 1)
    cols = (torch.arange(wo)[:, None] + sw * dw * torch.arange(kw)).clamp(max=x.shape[3] - 1)
    rows, cols = rows.to(x.device), cols.to(x.device)
    win = x[:, :, rows[:, None, :, None], cols[None, :, None, :]]
    out = torch.einsum("nchwij,ocij->nohw", win, w)
    return out if b is None else out + b[:, None, None]
