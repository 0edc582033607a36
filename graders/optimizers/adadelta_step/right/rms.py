"""As in the paper, with RMS as a function, and the averages moved towards the new value."""

import numpy as np


def adadelta_step(param, grad, sq, delta_sq, lr=1.0, rho=0.9, eps=1e-6, weight_decay=0.0):
    def rms(average):
        return (average + eps) ** 0.5

    g = np.add(grad, np.multiply(param, weight_decay))
    new_sq = sq + (1 - rho) * (np.square(g) - sq)
    delta = -g * rms(delta_sq) / rms(new_sq)
    return param + lr * delta, new_sq, delta_sq + (1 - rho) * (np.square(delta) - delta_sq)
