# wrong answer
# takes the first axis for the inputs
import math


def fans(shape):
    if len(shape) < 2:
        raise ValueError("not a weight")
    field = math.prod(shape[2:])
    fan_in, fan_out = shape[0] * field, shape[1] * field
    return fan_in, fan_out


def xavier_uniform(u, gain=1.0):
    a, b = fans(u.shape)
    limit = gain * math.sqrt(6 / (a + b))
    return u * 2 * limit - limit


def xavier_normal(z, gain=1.0):
    a, b = fans(z.shape)
    return gain * math.sqrt(2 / (a + b)) * z


def he_uniform(u, slope=0.0, mode="fan_in"):
    a, b = fans(u.shape)
    limit = math.sqrt(6 / ((1 + slope**2) * (a if mode == "fan_in" else b)))
    return u * 2 * limit - limit


def he_normal(z, slope=0.0, mode="fan_in"):
    a, b = fans(z.shape)
    return math.sqrt(2 / ((1 + slope**2) * (a if mode == "fan_in" else b))) * z
