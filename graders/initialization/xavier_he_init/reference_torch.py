"""Xavier (Glorot & Bengio 2010) and He (He et al. 2015) initialisation."""

from __future__ import annotations

import math
from collections.abc import Sequence

from torch import Tensor


def fans(shape: Sequence[int]) -> tuple[int, int]:
    """(fan_in, fan_out) of weights (out, in, kernel sizes ...)."""
    if len(shape) < 2:
        raise ValueError("fans are defined for two axes or more")
    receptive = math.prod(shape[2:])
    return shape[1] * receptive, shape[0] * receptive


def xavier_uniform(u: Tensor, gain: float = 1.0) -> Tensor:
    return uniform(u, xavier_std(u.shape, gain))


def xavier_normal(z: Tensor, gain: float = 1.0) -> Tensor:
    return z * xavier_std(z.shape, gain)


def he_uniform(u: Tensor, slope: float = 0.0, mode: str = "fan_in") -> Tensor:
    return uniform(u, he_std(u.shape, slope, mode))


def he_normal(z: Tensor, slope: float = 0.0, mode: str = "fan_in") -> Tensor:
    return z * he_std(z.shape, slope, mode)


def xavier_std(shape: Sequence[int], gain: float) -> float:
    """One over the mean of the fans is a compromise between forward and backward pass."""
    fan_in, fan_out = fans(shape)
    return gain * math.sqrt(2 / (fan_in + fan_out))


def he_std(shape: Sequence[int], slope: float, mode: str) -> float:
    """A leaky ReLU passes (1 + slope^2) / 2 of the variance: the weights make up for it."""
    fan_in, fan_out = fans(shape)
    fan = fan_in if mode == "fan_in" else fan_out
    return math.sqrt(2 / ((1 + slope**2) * fan))


def uniform(u: Tensor, std: float) -> Tensor:
    """[0, 1) to [-b, b), whose standard deviation is b / sqrt(3)."""
    return (2 * u - 1) * (math.sqrt(3) * std)
