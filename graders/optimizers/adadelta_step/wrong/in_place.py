# wrong answer
import numpy as np


def adadelta_step(param, grad, sq, delta_sq, lr=1.0, rho=0.9, eps=1e-6, weight_decay=0.0):
    g = grad + weight_decay * param
    sq *= rho
    sq += (1 - rho) * g * g
    delta = np.sqrt(delta_sq + eps) / np.sqrt(sq + eps) * g
    delta_sq *= rho
    delta_sq += (1 - rho) * delta * delta
    return param - lr * delta, sq, delta_sq
