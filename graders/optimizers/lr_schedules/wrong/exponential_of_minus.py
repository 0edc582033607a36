# wrong answer
# textbook exponential decay, lr0 * exp(-k t), with gamma for k
import numpy as np


def step_decay(lr0, epoch, step_size, gamma=0.1):
    return float(lr0 * gamma ** (epoch // step_size))


def exponential_decay(lr0, epoch, gamma):
    return float(lr0 * np.exp(-gamma * epoch))


def inverse_time_decay(lr0, epoch, decay):
    return float(lr0 / (1 + decay * epoch))


def cosine_annealing(lr0, epoch, t_max, eta_min=0.0):
    if epoch >= t_max:
        return float(eta_min)
    return float(eta_min + (lr0 - eta_min) * (1 + np.cos(np.pi * epoch / t_max)) / 2)
