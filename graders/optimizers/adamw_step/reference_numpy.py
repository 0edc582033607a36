"""One AdamW update (Loshchilov & Hutter 2019, Algorithm 2) and which parameters to decay."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating[Any]]


def adamw_step(
    param: Array,
    grad: Array,
    m: Array,
    v: Array,
    t: int,
    lr: float = 1e-3,
    beta1: float = 0.9,
    beta2: float = 0.999,
    eps: float = 1e-8,
    weight_decay: float = 0.01,
) -> tuple[Array, Array, Array]:
    """The new (param, m, v), all of one shape; t is 1 on the first call.

    The moments never see the decay, so it is not divided by sqrt(v_hat).
    """
    param = param * (1 - lr * weight_decay)
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * grad**2
    m_hat = m / (1 - beta1**t)
    v_hat = v / (1 - beta2**t)
    return param - lr * m_hat / (np.sqrt(v_hat) + eps), m, v


def no_decay_groups(names: Sequence[str], shapes: Sequence[tuple[int, ...]]) -> tuple[list[str], list[str]]:
    """The names of the parameters to decay (two axes or more) and of the others, in the order given."""
    decay = [name for i, name in enumerate(names) if len(shapes[i]) > 1]
    no_decay = [name for i, name in enumerate(names) if len(shapes[i]) <= 1]
    return decay, no_decay
