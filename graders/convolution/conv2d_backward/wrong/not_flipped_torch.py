# wrong answer
# dx as a full correlation without flipping the kernel
import torch


def conv2d_forward(x, w, b, stride=1, padding=0):
    kh, kw = w.shape[2:]
    xp = torch.nn.functional.pad(x, [padding] * 4)
    win = xp.unfold(2, kh, stride).unfold(3, kw, stride)
    out = torch.einsum("nchwij,ocij->nohw", win, w) + b[:, None, None]
    return out, (x.shape, xp, win, w, stride, padding)


def conv2d_backward(dout, cache):
    shape, xp, win, w, s, p = cache
    kh, kw = w.shape[2:]
    spread = dout.new_zeros(*dout.shape[:2], xp.shape[2] - kh + 1, xp.shape[3] - kw + 1)
    spread[:, :, ::s, ::s] = dout
    full = torch.nn.functional.pad(spread, (kw - 1, kw - 1, kh - 1, kh - 1))
    full = full.unfold(2, kh, 1).unfold(3, kw, 1)
    dxp = torch.einsum("nohwij,ocij->nchw", full, w)
    dx = dxp[:, :, p : p + shape[2], p : p + shape[3]]
    return dx, torch.einsum("nohw,nchwij->ocij", dout, win), dout.sum((0, 2, 3))
