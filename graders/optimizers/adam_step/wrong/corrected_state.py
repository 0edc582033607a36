# wrong answer
# overwrites m and v with their corrected values and returns those
import numpy as np


def adam_step(param, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.0):
    g = grad + weight_decay * param
    m = (beta1 * m + (1 - beta1) * g) / (1 - np.power(beta1, t))
    v = (beta2 * v + (1 - beta2) * g * g) / (1 - np.power(beta2, t))
    param = param - lr * m / (np.sqrt(v) + eps)
    return param, m, v
