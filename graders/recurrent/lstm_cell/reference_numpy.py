"""One LSTM time step (Hochreiter & Schmidhuber 1997, with the forget gate of Gers et al. 2000)."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating[Any]]


def lstm_cell(
    x: Array, h: Array, c: Array, w_ih: Array, w_hh: Array, b_ih: Array, b_hh: Array
) -> tuple[Array, Array]:
    """(h_next, c_next), each (N, H), from x (N, D) and the state h, c (N, H).

    The rows of w_ih (4H, D), w_hh (4H, H), b_ih and b_hh (4H,) come in blocks of H: i, f, g, o.
    """
    gates = x @ w_ih.T + b_ih + h @ w_hh.T + b_hh
    i, f, g, o = np.split(gates, 4, axis=1)
    c_next = sigmoid(f) * c + sigmoid(i) * np.tanh(g)
    h_next = sigmoid(o) * np.tanh(c_next)
    return h_next, c_next


def sigmoid(z: Array) -> Array:
    """1 / (1 + exp(-z)) without the exponential that would overflow."""
    return (1 + np.tanh(z / 2)) / 2
