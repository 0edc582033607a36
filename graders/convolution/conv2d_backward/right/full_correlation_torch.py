# dx as a full convolution of the dilated dout with the flipped kernel
import torch


def correlate(x, w, equation):
    kh, kw = w.shape[2:]
    return torch.einsum(equation, x.unfold(2, kh, 1).unfold(3, kw, 1), w)


def conv2d_forward(x, w, b, stride=1, padding=0):
    xp = torch.nn.functional.pad(x, [padding] * 4)
    out = correlate(xp, w, "nchwij,ocij->nohw")[:, :, ::stride, ::stride]
    return out + b.view(-1, 1, 1), (xp, w, stride, padding)


def conv2d_backward(dout, cache):
    xp, w, stride, padding = cache
    (kh, kw), (n, o) = w.shape[2:], dout.shape[:2]
    height, width = xp.shape[2] - kh + 1, xp.shape[3] - kw + 1
    spread = dout.new_zeros(n, o, height, width)  # the gradient of the output with stride 1
    spread[:, :, ::stride, ::stride] = dout
    dw = correlate(xp.transpose(0, 1), spread.transpose(0, 1), "cnuvhw,onhw->ocuv")
    full = torch.nn.functional.pad(spread, (kw - 1, kw - 1, kh - 1, kh - 1))
    dxp = correlate(full, w.flip(2, 3), "nohwij,ocij->nchw")
    dx = dxp[:, :, padding : xp.shape[2] - padding, padding : xp.shape[3] - padding]
    return dx, dw, dout.sum((0, 2, 3))
