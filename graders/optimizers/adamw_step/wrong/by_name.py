# wrong answer
# looks for "bias" and "norm" in the names
import numpy as np


def adamw_step(param, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    p = param * (1 - lr * weight_decay)
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    return p - lr * (m / (1 - beta1**t)) / (np.sqrt(v / (1 - beta2**t)) + eps), m, v


def no_decay_groups(names, shapes):
    no_decay = [n for n in names if "bias" in n or "norm" in n]
    return [n for n in names if n not in no_decay], no_decay
