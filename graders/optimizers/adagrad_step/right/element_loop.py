"""Plain Python numbers, one weight at a time."""

import math

import numpy as np


def adagrad_step(param, grad, acc, t, lr=0.01, lr_decay=0.0, eps=1e-10, weight_decay=0.0):
    new_param, new_acc = np.empty_like(param), np.empty_like(acc)
    for i in np.ndindex(param.shape):
        p = float(param[i])
        g = float(grad[i]) + weight_decay * p
        total = float(acc[i]) + g * g
        new_acc[i] = total
        new_param[i] = p - lr * g / ((1 + (t - 1) * lr_decay) * (math.sqrt(total) + eps))
    return new_param, new_acc
