"""What `adagrad-step` is tried on: parameters of any rank, fresh and warm sums, single steps and chains."""

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
    **options: float,
) -> dict[str, Any]:
    """One parameter with `steps` gradients; its sum of squares is zero, or `warm` as after a few steps.

    `options` are the optional arguments. `grad_exponents` [-12, 6] spreads the sizes of the gradients evenly
    from 1e-12 to 1e6.
    """
    scale = np.full(shape, grad_scale)
    if grad_exponents is not None:
        scale = 10.0 ** rng.permutation(np.linspace(*grad_exponents, scale.size)).reshape(shape)
    sizes = scale * rng.uniform(0.5, 1.5, (steps, *shape))
    grads = sizes * rng.choice([1, 1, -1], (steps, *shape))
    return {
        "param": np.asarray(param_scale * (0.2 + rng.standard_normal(shape))),
        "grads": np.zeros_like(grads) if zero_grad else grads,
        "acc": np.asarray((scale * rng.uniform(0.7, 2, shape)) ** 2 if warm else np.zeros(shape)),
        "t": t,
        "options": options,
    }
