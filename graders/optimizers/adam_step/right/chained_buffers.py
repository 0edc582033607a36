"""As PyTorch computes it: lerp, a step size, and the second correction under the root."""

import math

import numpy as np


def adam_step(param, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.0):
    if weight_decay != 0:
        grad = grad + param * weight_decay
    exp_avg = m + (grad - m) * (1 - beta1)
    exp_avg_sq = v * beta2 + grad * grad * (1 - beta2)
    bias_correction1 = 1 - beta1**t
    bias_correction2_sqrt = math.sqrt(1 - beta2**t)
    denom = np.sqrt(exp_avg_sq) / bias_correction2_sqrt + eps
    return param - exp_avg / denom * (lr / bias_correction1), exp_avg, exp_avg_sq
