"""Softmax and log-softmax without overflow, and the backward pass of softmax."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating[Any]]


def softmax(x: Array, axis: int = -1) -> Array:
    """Probabilities along an axis; zeros for a slice that is -inf throughout.

    The maximum cancels in the quotient, and without it no exponent is above 0. The largest is 0, so the sum
    is at least 1, unless there is nothing to sum.
    """
    top: Array = x.max(axis=axis, keepdims=True)
    e = np.exp(x - np.where(top > -np.inf, top, 0))
    total: Array = e.sum(axis=axis, keepdims=True)
    return e / np.maximum(total, 1)


def log_softmax(x: Array, axis: int = -1) -> Array:
    """x - logsumexp(x), never by way of a probability that may underflow."""
    z: Array = x - x.max(axis=axis, keepdims=True)
    log_sum: Array = np.log(np.exp(z).sum(axis=axis, keepdims=True))
    return z - log_sum


def softmax_backward(dout: Array, p: Array, axis: int = -1) -> Array:
    """dx from dp_j / dx_k = p_j (delta_jk - p_k), summed over j without building the Jacobian."""
    mean: Array = (dout * p).sum(axis=axis, keepdims=True)  # of dout, with the probabilities as weights
    return p * (dout - mean)
