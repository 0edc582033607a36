# wrong answer
# layer normalisation without a bias
import numpy as np


def rmsnorm_forward(x, weight, eps=1e-6):
    y = x.astype(np.float32) if x.dtype == np.float16 else x
    y = y - y.mean(-1, keepdims=True)
    s = np.sqrt((y * y).mean(-1, keepdims=True) + eps)
    return (y / s * weight).astype(x.dtype), (y / s, s, weight)


def rmsnorm_backward(dout, cache):
    xh, s, weight = cache
    D = dout.shape[-1]
    g = dout.astype(xh.dtype)
    dw = (g * xh).reshape(-1, D).sum(0).astype(weight.dtype)
    g = g * weight
    dx = (g - g.mean(-1, keepdims=True) - xh * (g * xh).mean(-1, keepdims=True)) / s
    return dx.astype(dout.dtype), dw
