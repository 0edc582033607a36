# wrong answer
# never thought of convolutions
import math


def fans(shape):
    if len(shape) < 2:
        raise ValueError("too few axes")
    return shape[1], shape[0]


def xavier_uniform(u, gain=1.0):
    r = gain * math.sqrt(6.0 / sum(fans(u.shape)))
    return 2 * r * (u - 0.5)


def xavier_normal(z, gain=1.0):
    return z * (gain * math.sqrt(2.0 / sum(fans(z.shape))))


def he_uniform(u, slope=0.0, mode="fan_in"):
    n = fans(u.shape)[mode == "fan_out"]
    r = math.sqrt(6.0 / (1 + slope**2) / n)
    return 2 * r * (u - 0.5)


def he_normal(z, slope=0.0, mode="fan_in"):
    n = fans(z.shape)[mode == "fan_out"]
    return z * math.sqrt(2.0 / (1 + slope**2) / n)
