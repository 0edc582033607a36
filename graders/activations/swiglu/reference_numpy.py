"""The SwiGLU feed-forward layer (Shazeer 2020, equation 6)."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating[Any]]


def swiglu(x: Array, w_gate: Array, w_up: Array, w_down: Array) -> Array:
    """Like x, (..., D); w_gate and w_up are (F, D), w_down is (D, F)."""
    gate = x @ w_gate.T
    up = x @ w_up.T
    out: Array = (silu(gate) * up) @ w_down.T
    return out


def silu(z: Array) -> Array:
    """z * sigmoid(z)."""
    sigmoid: Array = (1 + np.tanh(z / 2)) / 2  # 1 / (1 + e^-z), without an exponential that could overflow
    return z * sigmoid
