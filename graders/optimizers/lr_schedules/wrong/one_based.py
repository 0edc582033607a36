# wrong answer
# takes the first epoch to be 1
import math


def step_decay(lr0, epoch, step_size, gamma=0.1):
    return lr0 * gamma ** ((epoch - 1) // step_size)


def exponential_decay(lr0, epoch, gamma):
    return lr0 * gamma ** (epoch - 1)


def inverse_time_decay(lr0, epoch, decay):
    return lr0 / (1 + decay * (epoch - 1))


def cosine_annealing(lr0, epoch, t_max, eta_min=0.0):
    t = min(epoch - 1, t_max)
    return eta_min + 0.5 * (lr0 - eta_min) * (1 + math.cos(math.pi * t / t_max))
