# wrong answer
# forward is right, backward is layer normalisation's and takes a mean off
import numpy as np


def rmsnorm_forward(x, weight, eps=1e-6):
    y = x.astype(np.float32) if x.dtype == np.float16 else x
    rms = np.sqrt(np.mean(y**2, axis=-1, keepdims=True) + eps)
    return (y / rms * weight).astype(x.dtype), (y / rms, rms, weight)


def rmsnorm_backward(dout, cache):
    xh, rms, weight = cache
    D = dout.shape[-1]
    g = dout.astype(xh.dtype)
    dw = np.sum((g * xh).reshape(-1, D), axis=0)
    g = g * weight
    dx = (D * g - g.sum(-1, keepdims=True) - xh * (g * xh).sum(-1, keepdims=True)) / (D * rms)
    return dx.astype(dout.dtype), dw.astype(weight.dtype)
