# wrong answer
# np.sqrt makes float64 of float32 draws
import numpy as np


def fans(shape):
    if len(shape) < 2:
        raise ValueError("shape must have two axes")
    rf = int(np.prod(shape[2:]))
    return shape[1] * rf, shape[0] * rf


def xavier_uniform(u, gain=1.0):
    fi, fo = fans(u.shape)
    bound = gain * np.sqrt(6.0 / (fi + fo))
    return (2 * u - 1) * bound


def xavier_normal(z, gain=1.0):
    fi, fo = fans(z.shape)
    return z * gain * np.sqrt(2.0 / (fi + fo))


def he_uniform(u, slope=0.0, mode="fan_in"):
    fi, fo = fans(u.shape)
    fan = fi if mode == "fan_in" else fo
    bound = np.sqrt(2.0 / (1 + slope**2)) * np.sqrt(3.0 / fan)
    return (2 * u - 1) * bound


def he_normal(z, slope=0.0, mode="fan_in"):
    fi, fo = fans(z.shape)
    fan = fi if mode == "fan_in" else fo
    return z * np.sqrt(2.0 / (1 + slope**2)) / np.sqrt(fan)
