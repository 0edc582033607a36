# wrong answer
# scales the cosine to lr0 - eta_min but does not lift it
import numpy as np


def step_decay(lr0, epoch, step_size, gamma=0.1):
    return lr0 * gamma ** np.floor(epoch / step_size)


def exponential_decay(lr0, epoch, gamma):
    return lr0 * gamma**epoch


def inverse_time_decay(lr0, epoch, decay):
    return lr0 / (1 + decay * epoch)


def cosine_annealing(lr0, epoch, t_max, eta_min=0.0):
    if epoch >= t_max:
        return eta_min
    return 0.5 * (lr0 - eta_min) * (1 + np.cos(np.pi * epoch / t_max))
