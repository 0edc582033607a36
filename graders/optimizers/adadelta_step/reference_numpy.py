"""One Adadelta update (Zeiler 2012, Algorithm 1)."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating[Any]]


def adadelta_step(
    param: Array,
    grad: Array,
    sq: Array,
    delta_sq: Array,
    lr: float = 1.0,
    rho: float = 0.9,
    eps: float = 1e-6,
    weight_decay: float = 0.0,
) -> tuple[Array, Array, Array]:
    """The new (param, sq, delta_sq), all of one shape; sq and delta_sq average squared gradients and steps.

    RMS(steps) / RMS(gradients) gives the step the units of the parameter: no learning rate to choose.
    """
    grad = grad + weight_decay * param
    sq = rho * sq + (1 - rho) * grad**2
    delta = np.sqrt(delta_sq + eps) / np.sqrt(sq + eps) * grad
    delta_sq = rho * delta_sq + (1 - rho) * delta**2
    return param - lr * delta, sq, delta_sq
