# wrong answer
# float16 comes back as float32
import numpy as np


def rmsnorm_forward(x, weight, eps=1e-6):
    y = x.astype(np.float32) if x.dtype != np.float64 else x
    rms = np.sqrt((y**2).mean(-1, keepdims=True) + eps)
    return weight * (y / rms), (y / rms, rms, weight)


def rmsnorm_backward(dout, cache):
    xh, rms, weight = cache
    ax = tuple(range(dout.ndim - 1))
    g = dout * weight
    return (g - xh * (g * xh).mean(-1, keepdims=True)) / rms, (dout * xh).sum(ax)
