# wrong answer
# the uniform bound is the standard deviation
import math

import torch


def fans(shape):
    if len(shape) < 2:
        raise ValueError
    k = 1
    for size in shape[2:]:
        k *= size
    return shape[1] * k, shape[0] * k


def _he(shape, slope, mode):
    i, o = fans(shape)
    return math.sqrt(2 / (1 + slope**2)) / math.sqrt(i if mode == "fan_in" else o)


def _xavier(shape, gain):
    i, o = fans(shape)
    return gain * math.sqrt(2 / (i + o))


def xavier_uniform(u, gain=1.0):
    return (u * 2 - 1) * _xavier(u.shape, gain)


def xavier_normal(z, gain=1.0):
    return z * _xavier(z.shape, gain)


def he_uniform(u, slope=0.0, mode="fan_in"):
    return (u * 2 - 1) * _he(u.shape, slope, mode)


def he_normal(z, slope=0.0, mode="fan_in"):
    return z * _he(z.shape, slope, mode)
