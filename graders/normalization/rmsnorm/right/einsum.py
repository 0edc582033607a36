import numpy as np


def rmsnorm_forward(x, weight, eps=1e-6):
    work = np.float32 if x.dtype == np.float16 else x.dtype
    y = x.astype(work)
    rms = np.sqrt(np.einsum("...d,...d->...", y, y)[..., None] / y.shape[-1] + eps)
    return (y / rms * weight.astype(work)).astype(x.dtype), (y, rms, weight, work)


def rmsnorm_backward(dout, cache):
    y, rms, weight, work = cache
    d = y.shape[-1]
    g = dout.astype(work)
    dweight = np.einsum("nd,nd->d", g.reshape(-1, d), (y / rms).reshape(-1, d))
    gw = g * weight.astype(work)
    drms = -(gw * y).sum(-1, keepdims=True) / rms**2
    dx = gw / rms + drms * y / (d * rms)
    return dx.astype(dout.dtype), dweight.astype(weight.dtype)
