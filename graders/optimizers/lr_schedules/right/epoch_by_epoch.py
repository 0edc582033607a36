"""The powers by repeated multiplication, and the cosine as a squared one of half the angle."""

import math


def step_decay(lr0, epoch, step_size, gamma=0.1):
    lr = lr0
    for e in range(1, epoch + 1):
        if e % step_size == 0:
            lr *= gamma
    return lr


def exponential_decay(lr0, epoch, gamma):
    lr = lr0
    for _ in range(epoch):
        lr *= gamma
    return lr


def inverse_time_decay(lr0, epoch, decay):
    return lr0 / (1.0 + epoch * decay)


def cosine_annealing(lr0, epoch, t_max, eta_min=0.0):
    half_angle = math.pi / 2 * min(epoch / t_max, 1.0)
    return eta_min + (lr0 - eta_min) * math.cos(half_angle) ** 2
