# wrong answer
# backward scales only: the rms is taken for a constant
import numpy as np


def widest(a):
    return a.astype("float32") if a.dtype == np.float16 else a


def rmsnorm_forward(x, weight, eps=1e-6):
    scale = 1.0 / np.sqrt(np.mean(np.square(widest(x)), -1, keepdims=True) + eps)
    return (widest(x) * scale * weight).astype(x.dtype), (x.copy(), scale, weight)


def rmsnorm_backward(dout, cache):
    x, scale, weight = cache
    dw = (widest(dout) * widest(x) * scale).reshape(-1, len(weight)).sum(0).astype(weight.dtype)
    return (widest(dout) * weight * scale).astype(dout.dtype), dw
