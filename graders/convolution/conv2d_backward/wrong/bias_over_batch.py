# wrong answer
# sums db over the batch and leaves a map for each output channel
import numpy as np


def conv2d_forward(x, w, b, stride=1, padding=0):
    s, (kh, kw) = stride, w.shape[2:]
    xp = np.pad(x, ((0, 0), (0, 0), (padding,) * 2, (padding,) * 2))
    ho, wo = (xp.shape[2] - kh) // s + 1, (xp.shape[3] - kw) // s + 1
    out = np.zeros((len(x), len(w), ho, wo), x.dtype) + b[:, None, None]
    for i in range(kh):
        for j in range(kw):
            out += np.einsum("nchw,oc->nohw", xp[:, :, i : i + s * ho : s, j : j + s * wo : s], w[:, :, i, j])
    return out, (xp, w, s, padding)


def conv2d_backward(dout, cache):
    xp, w, s, p = cache
    ho, wo = dout.shape[2:]
    dxp, dw = np.zeros_like(xp), np.zeros_like(w)
    for i in range(w.shape[2]):
        for j in range(w.shape[3]):
            at = np.s_[:, :, i : i + s * ho : s, j : j + s * wo : s]
            dxp[at] += np.einsum("nohw,oc->nchw", dout, w[:, :, i, j])
            dw[:, :, i, j] = np.einsum("nohw,nchw->oc", dout, xp[at])
    return dxp[:, :, p : xp.shape[2] - p, p : xp.shape[3] - p], dw, dout.sum(0)
