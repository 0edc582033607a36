"""ReLU, leaky ReLU, PReLU (He et al. 2015) and ELU (Clevert et al. 2016), each with its gradient."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating[Any]]


def relu(x: Array) -> Array:
    return np.maximum(x, 0)


def relu_grad(dout: Array, x: Array) -> Array:
    return dout * (x > 0)


def leaky_relu(x: Array, slope: float = 0.01) -> Array:
    return np.where(x > 0, x, slope * x)


def leaky_relu_grad(dout: Array, x: Array, slope: float = 0.01) -> Array:
    return np.where(x > 0, dout, slope * dout)


def prelu(x: Array, alpha: Array) -> Array:
    """x: (N, C) or (N, C, H, W); alpha: (C,) or (1,)."""
    return np.where(x > 0, x, along_channels(alpha, x) * x)


def prelu_grad(dout: Array, x: Array, alpha: Array) -> tuple[Array, Array]:
    """(dx, dalpha). The gradient of a slope sums over every x <= 0 that it multiplied."""
    a = along_channels(alpha, x)
    dx = np.where(x > 0, dout, a * dout)
    each = np.where(x > 0, 0, x * dout)
    shared = tuple(axis for axis in range(x.ndim) if axis != 1 or len(alpha) == 1)
    return dx, each.sum(shared).reshape(alpha.shape)


def along_channels(alpha: Array, x: Array) -> Array:
    """alpha as (C,) for two axes, (C, 1, 1) for four: it broadcasts along axis 1 of x."""
    return alpha.reshape(len(alpha), *(1,) * (x.ndim - 2))


def elu(x: Array, alpha: float = 1.0) -> Array:
    """expm1 is exact near zero, and the minimum keeps large x out of the exponential."""
    return np.where(x > 0, x, alpha * np.expm1(np.minimum(x, 0)))


def elu_grad(dout: Array, x: Array, alpha: float = 1.0) -> Array:
    return np.where(x > 0, dout, alpha * np.exp(np.minimum(x, 0)) * dout)
