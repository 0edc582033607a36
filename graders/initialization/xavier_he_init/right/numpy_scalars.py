"""NumPy throughout, converted back to the dtype of the draws at the end."""

import numpy as np


def fans(shape):
    shape = np.array(shape)
    if shape.size < 2:
        raise ValueError(f"no fans for a shape of {shape.size} axes")
    out, inn = shape[:2] * np.prod(shape[2:])
    return inn, out


def _uniform(u, variance):
    b = np.sqrt(3 * variance)
    return (-b + (b - -b) * u).astype(u.dtype)


def xavier_uniform(u, gain=1.0):
    return _uniform(u, gain**2 / np.mean(fans(u.shape)))


def xavier_normal(z, gain=1.0):
    return (z * np.sqrt(gain**2 / np.mean(fans(z.shape)))).astype(z.dtype)


def he_uniform(u, slope=0.0, mode="fan_in"):
    n = dict(zip(("fan_in", "fan_out"), fans(u.shape), strict=True))[mode]
    return _uniform(u, 2 / (1 + slope**2) / n)


def he_normal(z, slope=0.0, mode="fan_in"):
    n = dict(zip(("fan_in", "fan_out"), fans(z.shape), strict=True))[mode]
    return (z * np.sqrt(2 / (1 + slope**2) / n)).astype(z.dtype)
