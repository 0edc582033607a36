"""The end of the cosine returned first."""

from math import cos, pi


def step_decay(lr0, epoch, step_size, gamma=0.1):
    drops = int(epoch / step_size)
    return lr0 * gamma**drops


def exponential_decay(lr0, epoch, gamma):
    return lr0 * gamma**epoch


def inverse_time_decay(lr0, epoch, decay):
    return lr0 / (1 + decay * epoch)


def cosine_annealing(lr0, epoch, t_max, eta_min=0.0):
    if epoch >= t_max:
        return eta_min
    return eta_min + 0.5 * (lr0 - eta_min) * (1 + cos(pi * epoch / t_max))
