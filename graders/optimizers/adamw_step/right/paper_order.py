"""As in the paper: one difference that holds the Adam step and the decay."""

import numpy as np


def adamw_step(param, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    new_m = m + (1 - beta1) * (grad - m)
    new_v = v + (1 - beta2) * (np.square(grad) - v)
    adam = np.divide(new_m / (1 - beta1**t), np.sqrt(new_v / (1 - beta2**t)) + eps)
    return param - lr * (adam + weight_decay * param), new_m, new_v


def no_decay_groups(names, shapes):
    decay = [name for name, shape in zip(names, shapes, strict=True) if len(shape) >= 2]
    no_decay = [name for name, shape in zip(names, shapes, strict=True) if len(shape) < 2]
    return [decay, no_decay]
