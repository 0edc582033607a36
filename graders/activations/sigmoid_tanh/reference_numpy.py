"""Sigmoid and tanh without overflow, and their gradients (Goodfellow et al. 2016, section 6.3.2)."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating[Any]]


def sigmoid_forward(x: Array) -> tuple[Array, Array]:
    """(out, cache), both the sigmoid of x: 1 / (1 + e^-x) where x >= 0, the same times e^x / e^x below."""
    e = np.exp(-np.abs(x))  # at most 1, so it cannot overflow
    s = np.where(x >= 0, 1, e) / (1 + e)
    return s, s


def sigmoid_backward(dout: Array, cache: Array) -> Array:
    """dx = dout * s (1 - s)."""
    s = cache
    return dout * s * (1 - s)


def tanh_forward(x: Array) -> tuple[Array, Array]:
    """(out, cache), both tanh of x: numerator and denominator divided by e^|x|, and the sign put back."""
    e2 = np.exp(-2 * np.abs(x))
    t = np.sign(x) * (1 - e2) / (1 + e2)
    return t, t


def tanh_backward(dout: Array, cache: Array) -> Array:
    """dx = dout * (1 - t^2)."""
    t = cache
    return dout * (1 - t**2)
