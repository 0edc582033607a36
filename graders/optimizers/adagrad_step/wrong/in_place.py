# wrong answer
import numpy as np


def adagrad_step(param, grad, acc, t, lr=0.01, lr_decay=0.0, eps=1e-10, weight_decay=0.0):
    g = grad + weight_decay * param
    acc += g**2
    return param - lr / (1 + (t - 1) * lr_decay) * g / (np.sqrt(acc) + eps), acc
