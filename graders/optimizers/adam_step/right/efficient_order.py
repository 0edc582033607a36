"""Section 2 of the paper: the corrections folded into the step size, and eps scaled along with them."""

import numpy as np


def adam_step(param, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.0):
    dtype = param.dtype
    p, g, m, v = (np.array(a, dtype=np.float64) for a in (param, grad, m, v))
    g += weight_decay * p
    m *= beta1
    m += (1 - beta1) * g
    v *= beta2
    v += (1 - beta2) * np.square(g)
    root = np.sqrt(1 - beta2**t)
    alpha = lr * root / (1 - beta1**t)
    p -= alpha * m / (np.sqrt(v) + eps * root)
    return p.astype(dtype), m.astype(dtype), v.astype(dtype)
