"""Mish and its gradient (Misra 2020, equations 1 and 2)."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating[Any]]


def mish(x: Array) -> Array:
    return x * np.tanh(softplus(x))


def mish_grad(dout: Array, x: Array) -> Array:
    """Product rule, then tanh' = 1 - tanh^2 and softplus' = sigmoid."""
    s = softplus(x)
    t: Array = np.tanh(s)
    sigmoid: Array = np.exp(x - s)  # e^x / (1 + e^x) in logarithms: the exponent is never above 0
    return dout * (t + x * (1 - t**2) * sigmoid)


def softplus(x: Array) -> Array:
    """ln(e^0 + e^x), which neither overflows nor loses a small e^x beside the 1."""
    return np.logaddexp(0, x)
