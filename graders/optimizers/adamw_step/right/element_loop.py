"""Plain Python numbers, one weight at a time."""

import math

import numpy as np


def adamw_step(param, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    new_p, new_m, new_v = (np.empty_like(a) for a in (param, m, v))
    for i in np.ndindex(param.shape):
        g = float(grad[i])
        first = beta1 * float(m[i]) + (1 - beta1) * g
        second = beta2 * float(v[i]) + (1 - beta2) * g * g
        step = first / (1 - beta1**t) / (math.sqrt(second / (1 - beta2**t)) + eps)
        new_p[i] = float(param[i]) * (1 - lr * weight_decay) - lr * step
        new_m[i], new_v[i] = first, second
    return new_p, new_m, new_v


def no_decay_groups(names, shapes):
    decay, no_decay = [], []
    for name, shape in zip(names, shapes, strict=True):
        if len(shape) in (0, 1):
            no_decay.append(name)
        else:
            decay.append(name)
    return decay, no_decay
