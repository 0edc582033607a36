# wrong answer
import numpy as np


def adam_step(param, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.0):
    g = grad + weight_decay * param
    new_m = m * beta1 + g * (1 - beta1)
    new_v = v * beta2 + np.square(g) * (1 - beta2)
    step = (new_m / (1 - beta1**t)) * (new_v / (1 - beta2**t) + eps) ** -0.5
    return param - lr * step, new_m, new_v
