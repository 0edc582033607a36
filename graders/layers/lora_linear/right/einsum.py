# einsum throughout, in float64
import numpy as np


def lora_forward(x, w, b, a, bb, alpha):
    out = np.einsum("nd,md->nm", x, w, dtype=np.float64)
    out += np.einsum("nd,rd,mr->nm", x, a, bb, dtype=np.float64) * alpha / a.shape[0]
    if b is not None:
        out += b
    return out.astype(x.dtype)


def lora_merge(w, a, bb, alpha):
    return (w + np.einsum("mr,rd->md", bb, a, dtype=np.float64) * alpha / a.shape[0]).astype(w.dtype)


def lora_grads(dout, x, a, bb, alpha):
    scaled = dout.astype(np.float64) * alpha / a.shape[0]
    da = np.einsum("nm,mr,nd->rd", scaled, bb, x)
    dbb = np.einsum("nm,nd,rd->mr", scaled, x, a)
    return da.astype(a.dtype), dbb.astype(bb.dtype)
