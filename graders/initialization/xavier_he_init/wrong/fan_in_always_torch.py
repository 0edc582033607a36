# wrong answer
# mode is taken and never looked at
import torch


def fans(shape):
    if len(shape) < 2:
        raise ValueError("no fans")
    rest = torch.Size(shape[2:]).numel()
    return shape[1] * rest, shape[0] * rest


def xavier_uniform(u, gain=1.0):
    i, o = fans(u.shape)
    return (2 * u - 1) * gain * (6 / (i + o)) ** 0.5


def xavier_normal(z, gain=1.0):
    i, o = fans(z.shape)
    return z * gain * (2 / (i + o)) ** 0.5


def he_uniform(u, slope=0.0, mode="fan_in"):
    i, _ = fans(u.shape)
    return (2 * u - 1) * (6 / i / (1 + slope**2)) ** 0.5


def he_normal(z, slope=0.0, mode="fan_in"):
    i, _ = fans(z.shape)
    return z * (2 / i / (1 + slope**2)) ** 0.5
