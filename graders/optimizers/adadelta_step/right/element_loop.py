"""Plain Python numbers, one weight at a time."""

import math

import numpy as np


def adadelta_step(param, grad, sq, delta_sq, lr=1.0, rho=0.9, eps=1e-6, weight_decay=0.0):
    outs = [np.empty(param.shape, dtype=param.dtype) for _ in range(3)]
    for i in np.ndindex(param.shape):
        p, s, d = float(param[i]), float(sq[i]), float(delta_sq[i])
        g = float(grad[i]) + weight_decay * p
        s = rho * s + (1 - rho) * g * g
        delta = math.sqrt((d + eps) / (s + eps)) * g
        d = rho * d + (1 - rho) * delta * delta
        for out, value in zip(outs, (p - lr * delta, s, d), strict=True):
            out[i] = value
    return tuple(outs)
