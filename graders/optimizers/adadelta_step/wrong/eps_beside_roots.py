# wrong answer
# eps outside the roots: the first step is a thousand times too small
import numpy as np


def adadelta_step(param, grad, sq, delta_sq, lr=1.0, rho=0.9, eps=1e-6, weight_decay=0.0):
    g = grad + weight_decay * param
    s = rho * sq + (1 - rho) * g**2
    delta = (np.sqrt(delta_sq) + eps) / (np.sqrt(s) + eps) * g
    return param - lr * delta, s, rho * delta_sq + (1 - rho) * delta**2
