# wrong answer
# divides the gradients of the parameters by the number of images
import torch


def conv2d_forward(x, w, b, stride=1, padding=0):
    xp = torch.nn.functional.pad(x, (padding, padding, padding, padding))
    win = xp.unfold(2, w.shape[2], stride).unfold(3, w.shape[3], stride)
    out = torch.einsum("nchwij,ocij->nohw", win, w) + b[:, None, None]
    return out, (xp, win, w, stride, padding)


def conv2d_backward(dout, cache):
    xp, win, w, s, p = cache
    dw = torch.einsum("nohw,nchwij->ocij", dout, win) / len(dout)
    db = dout.sum((2, 3)).mean(0)
    dxp = torch.zeros_like(xp)
    ho, wo = dout.shape[2:]
    for i in range(w.shape[2]):
        for j in range(w.shape[3]):
            part = torch.einsum("nohw,oc->nchw", dout, w[:, :, i, j])
            dxp[:, :, i : i + s * ho : s, j : j + s * wo : s] += part
    return dxp[:, :, p : xp.shape[2] - p, p : xp.shape[3] - p], dw, db
