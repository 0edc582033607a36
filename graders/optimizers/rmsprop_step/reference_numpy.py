"""One RMSprop update (Hinton 2012; centered as in Graves 2013), with torch.optim.RMSprop's options."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating[Any]]


def rmsprop_step(
    param: Array,
    grad: Array,
    state: dict[str, Array] | None,
    lr: float = 0.01,
    alpha: float = 0.99,
    eps: float = 1e-8,
    weight_decay: float = 0.0,
    momentum: float = 0.0,
    centered: bool = False,
) -> tuple[Array, dict[str, Array]]:
    """The new (param, state), all arrays of one shape; state is None on the first call."""
    if state is None:
        state = dict.fromkeys(("square_avg", "grad_avg", "buf"), np.zeros_like(param))
    grad = grad + weight_decay * param
    square_avg = alpha * state["square_avg"] + (1 - alpha) * grad**2
    grad_avg = alpha * state["grad_avg"] + (1 - alpha) * grad
    # E[g^2] - E[g]^2 is a variance, but rounding may leave it below zero
    mean_square = (square_avg - grad_avg**2).clip(min=0) if centered else square_avg
    buf = momentum * state["buf"] + grad / (np.sqrt(mean_square) + eps)
    return param - lr * buf, {"square_avg": square_avg, "grad_avg": grad_avg, "buf": buf}
