"""One Adagrad update (Duchi, Hazan & Singer 2011, diagonal form)."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating[Any]]


def adagrad_step(
    param: Array,
    grad: Array,
    acc: Array,
    t: int,
    lr: float = 0.01,
    lr_decay: float = 0.0,
    eps: float = 1e-10,
    weight_decay: float = 0.0,
) -> tuple[Array, Array]:
    """The new (param, acc), all of one shape; t is 1 on the first call.

    acc sums up squared gradients and only grows: each weight's rate falls with what it has seen.
    """
    grad = grad + weight_decay * param
    acc = acc + grad**2
    rate = lr / (1 + (t - 1) * lr_decay)
    return param - rate * grad / (np.sqrt(acc) + eps), acc
