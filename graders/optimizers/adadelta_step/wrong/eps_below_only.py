# wrong answer
# no eps in the numerator: starting from zero nothing ever moves
import numpy as np


def adadelta_step(param, grad, sq, delta_sq, lr=1.0, rho=0.9, eps=1e-6, weight_decay=0.0):
    g = grad + weight_decay * param
    new_sq = sq * rho + np.square(g) * (1 - rho)
    step = np.sqrt(delta_sq) * g / np.sqrt(new_sq + eps)
    return param - lr * step, new_sq, delta_sq * rho + np.square(step) * (1 - rho)
