"""The rate first, then a quotient by np.divide; squares by np.power."""

import numpy as np


def adagrad_step(param, grad, acc, t, lr=0.01, lr_decay=0.0, eps=1e-10, weight_decay=0.0):
    direction = np.add(grad, np.multiply(param, weight_decay))
    total = np.add(acc, np.power(direction, 2))
    rate = lr / (1.0 + lr_decay * (t - 1))
    step = np.divide(direction, np.power(total, 0.5) + eps)
    return np.subtract(param, rate * step), total
