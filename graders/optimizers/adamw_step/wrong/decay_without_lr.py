# wrong answer
# param * (1 - weight_decay), as the paper's lambda with a schedule multiplier of one
import numpy as np


def adamw_step(param, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * np.square(grad)
    update = (m / (1 - beta1**t)) / (np.sqrt(v / (1 - beta2**t)) + eps)
    return param - lr * update - weight_decay * param, m, v


def no_decay_groups(names, shapes):
    decay, no_decay = [], []
    for name, shape in zip(names, shapes):
        (decay if len(shape) >= 2 else no_decay).append(name)
    return decay, no_decay
