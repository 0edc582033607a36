"""In float64 inside, cast at the end."""

import numpy as np


def rmsprop_step(
    param, grad, state, lr=0.01, alpha=0.99, eps=1e-8, weight_decay=0.0, momentum=0.0, centered=False
):
    dtype = param.dtype
    names = ["square_avg", "buf", "grad_avg"]
    sq, buf, mean = (np.float64(0) * param if state is None else np.asarray(state[n], float) for n in names)
    p = np.asarray(param, float)
    g = np.asarray(grad, float) + weight_decay * p
    sq = np.asarray(sq + (1 - alpha) * (np.square(g) - sq))
    var = sq
    if centered:
        mean = np.asarray(mean + (1 - alpha) * (g - mean))
        var = np.maximum(sq - np.square(mean), 0)
    step = np.asarray(g / (np.sqrt(var) + eps))
    if momentum > 0:
        step = buf = np.asarray(momentum * buf + step)
    new = dict(zip(names, (np.asarray(a, dtype) for a in (sq, buf, mean)), strict=True))
    return np.asarray(p - lr * step, dtype), new
