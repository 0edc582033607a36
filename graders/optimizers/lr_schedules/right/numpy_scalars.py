"""Through NumPy, returning its scalars; exponential decay through exp and log."""

import numpy as np


def step_decay(lr0, epoch, step_size, gamma=0.1):
    return lr0 * np.power(float(gamma), np.floor_divide(epoch, step_size))


def exponential_decay(lr0, epoch, gamma):
    return lr0 * np.exp(epoch * np.log(gamma))


def inverse_time_decay(lr0, epoch, decay):
    return np.divide(lr0, 1 + decay * epoch)


def cosine_annealing(lr0, epoch, t_max, eta_min=0.0):
    progress = np.clip(epoch / t_max, 0, 1)
    weight = (1 + np.cos(np.pi * progress)) / 2
    return weight * lr0 + (1 - weight) * eta_min
