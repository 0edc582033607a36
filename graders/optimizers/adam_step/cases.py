"""What `adam-step` is tried on: parameters of any rank, fresh and warm state, single steps and chains."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np


def generate(
    rng: np.random.Generator,
    *,
    shape: Sequence[int],
    t: int = 1,
    warm: bool = False,
    zero_grad: bool = False,
    steps: int = 1,
    param_scale: float = 1.0,
    grad_scale: float = 1.0,
    grad_exponents: tuple[float, float] | None = None,
    **hyper: float,
) -> dict[str, Any]:
    """One parameter with its gradient and moments: zero, or `warm` as after earlier steps of the same size.

    `hyper` are the optional arguments given to adam_step. `grad_exponents` [-12, 6] spreads the sizes of the
    gradients evenly from 1e-12 to 1e6. `steps` > 1 adds gradients and falling learning rates for a chain.
    """
    scale = np.full(shape, grad_scale)
    if grad_exponents is not None:
        scale = 10.0 ** rng.permutation(np.linspace(*grad_exponents, scale.size)).reshape(shape)
    later = range(1, steps)
    zero = np.zeros(shape)
    arrays = {
        "param": param_scale * (0.2 + rng.standard_normal(shape)),
        "grad": zero if zero_grad else scale * away_from_zero(rng, shape),
        "m": scale * away_from_zero(rng, shape) if warm else zero,
        "v": (scale * rng.uniform(0.5, 1.5, shape)) ** 2 if warm else zero,
    }
    return {
        **{name: np.asarray(array) for name, array in arrays.items()},  # of no axes NumPy makes scalars
        "t": t,
        "options": hyper,
        "later_grads": scale * away_from_zero(rng, (steps - 1, *shape)) if later else [],
        "later_lrs": [hyper["lr"] * (1 - k / steps) for k in later],
    }


def away_from_zero(rng: np.random.Generator, shape: Sequence[int]) -> Any:
    """Numbers of size 0.5 to 1.5, more of them positive than negative."""
    return rng.uniform(0.5, 1.5, shape) * rng.choice([1, 1, -1], shape)
