# wrong answer
# the scale is in h and comes in again
import numpy as np


def lora_forward(x, w, b, a, bb, alpha):
    scale = alpha / len(a)
    h = scale * np.einsum("nd,rd->nr", x, a)
    out = np.einsum("nd,md->nm", x, w) + np.einsum("nr,mr->nm", h, bb)
    return out if b is None else out + b[None]


def lora_merge(w, a, bb, alpha):
    return w + alpha / len(a) * np.einsum("mr,rd->md", bb, a)


def lora_grads(dout, x, a, bb, alpha):
    scale = alpha / len(a)
    h = scale * np.einsum("nd,rd->nr", x, a)
    dh = scale * np.einsum("nm,mr->nr", dout, bb)
    da = scale * np.einsum("nr,nd->rd", dh, x)
    dbb = scale * np.einsum("nm,nr->mr", dout, h)
    return da, dbb
