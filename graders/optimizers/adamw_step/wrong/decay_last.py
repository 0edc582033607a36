# wrong answer
# shrinks the parameter after Adam has moved it
import numpy as np


def adamw_step(param, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    new_m = m * beta1 + grad * (1 - beta1)
    new_v = v * beta2 + grad * grad * (1 - beta2)
    p = param - lr * (new_m / (1 - beta1**t)) / (np.sqrt(new_v / (1 - beta2**t)) + eps)
    p = p - lr * weight_decay * p
    return p, new_m, new_v


def no_decay_groups(names, shapes):
    pairs = list(zip(names, shapes))
    return [n for n, s in pairs if len(s) > 1], [n for n, s in pairs if len(s) <= 1]
