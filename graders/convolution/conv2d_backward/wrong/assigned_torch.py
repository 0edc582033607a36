# wrong answer
# writes each window's gradient over what the windows before it left there
import torch


def conv2d_forward(x, w, b, stride=1, padding=0):
    N, C, H, W = x.shape
    O, _, kh, kw = w.shape
    xp = torch.nn.functional.pad(x, (padding,) * 4)
    ho, wo = (H + 2 * padding - kh) // stride + 1, (W + 2 * padding - kw) // stride + 1
    out = x.new_zeros(N, O, ho, wo)
    for i in range(ho):
        for j in range(wo):
            patch = xp[:, :, i * stride : i * stride + kh, j * stride : j * stride + kw]
            out[:, :, i, j] = torch.einsum("ncij,ocij->no", patch, w) + b
    return out, (x, xp, w, stride, padding)


def conv2d_backward(dout, cache):
    x, xp, w, s, p = cache
    kh, kw = w.shape[2:]
    dxp, dw = torch.zeros_like(xp), torch.zeros_like(w)
    for i in range(dout.shape[2]):
        for j in range(dout.shape[3]):
            here = (..., slice(i * s, i * s + kh), slice(j * s, j * s + kw))
            dxp[here] = torch.einsum("no,ocij->ncij", dout[:, :, i, j], w)
            dw += torch.einsum("no,ncij->ocij", dout[:, :, i, j], xp[here])
    return dxp[:, :, p : p + x.shape[2], p : p + x.shape[3]], dw, dout.sum((0, 2, 3))
