# wrong answer
# true division: the rate falls a little every epoch
import math


def step_decay(lr0, epoch, step_size, gamma=0.1):
    return lr0 * math.pow(gamma, epoch / step_size)


def exponential_decay(lr0, epoch, gamma):
    return lr0 * gamma**epoch


def inverse_time_decay(lr0, epoch, decay):
    return lr0 / (1 + decay * epoch)


def cosine_annealing(lr0, epoch, t_max, eta_min=0.0):
    if epoch > t_max:
        return eta_min
    return eta_min + (lr0 - eta_min) * (1 + math.cos(epoch / t_max * math.pi)) / 2
