# wrong answer
# the cosine comes back up after t_max
import math


def step_decay(lr0, epoch, step_size, gamma=0.1):
    return lr0 * gamma ** (epoch // step_size)


def exponential_decay(lr0, epoch, gamma):
    return lr0 * gamma**epoch


def inverse_time_decay(lr0, epoch, decay):
    return lr0 / (1 + decay * epoch)


def cosine_annealing(lr0, epoch, t_max, eta_min=0.0):
    return eta_min + 0.5 * (lr0 - eta_min) * (1 + math.cos(math.pi * epoch / t_max))
