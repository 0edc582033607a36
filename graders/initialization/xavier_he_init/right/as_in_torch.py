"""Gain, fan, bound: the way torch.nn.init puts it."""

import math

import numpy as np


def fans(shape):
    if len(shape) < 2:
        raise ValueError("Fan in and fan out can not be computed for tensor with fewer than 2 dimensions")
    receptive_field_size = 1
    for s in shape[2:]:
        receptive_field_size *= s
    fan_in = shape[1] * receptive_field_size
    fan_out = shape[0] * receptive_field_size
    return fan_in, fan_out


def xavier_uniform(u, gain=1.0):
    fan_in, fan_out = fans(u.shape)
    a = math.sqrt(3.0) * gain * math.sqrt(2.0 / float(fan_in + fan_out))
    return u * (2 * a) - a


def xavier_normal(z, gain=1.0):
    fan_in, fan_out = fans(z.shape)
    return z * (gain * math.sqrt(2.0 / float(fan_in + fan_out)))


def he_uniform(u, slope=0.0, mode="fan_in"):
    fan = fans(u.shape)[("fan_in", "fan_out").index(mode)]
    gain = math.sqrt(2.0 / (1 + slope**2))
    bound = gain * math.sqrt(3.0 / fan)
    return -bound + 2 * bound * u


def he_normal(z, slope=0.0, mode="fan_in"):
    fan = fans(z.shape)[("fan_in", "fan_out").index(mode)]
    gain = math.sqrt(2.0 / (1 + slope**2))
    return np.multiply(z, gain / math.sqrt(fan))
