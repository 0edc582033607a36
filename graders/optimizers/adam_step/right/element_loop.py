"""Plain Python numbers, one weight at a time."""

import math

import numpy as np


def adam_step(param, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.0):
    new_param, new_m, new_v = np.empty_like(param), np.empty_like(m), np.empty_like(v)
    for index in np.ndindex(param.shape):
        p = float(param[index])
        g = float(grad[index]) + weight_decay * p
        first = beta1 * float(m[index]) + (1 - beta1) * g
        second = beta2 * float(v[index]) + (1 - beta2) * g * g
        first_hat = first / (1 - math.pow(beta1, t))
        second_hat = second / (1 - math.pow(beta2, t))
        new_param[index] = p - lr * first_hat / (math.sqrt(second_hat) + eps)
        new_m[index], new_v[index] = first, second
    return new_param, new_m, new_v
