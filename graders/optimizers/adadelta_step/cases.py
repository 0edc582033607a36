"""What `adadelta-step` is tried on: any rank, fresh and warm averages, single steps and chains."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np


def generate(
    rng: np.random.Generator,
    *,
    shape: Sequence[int],
    steps: int = 1,
    warm: bool = False,
    zero_grad: bool = False,
    param_scale: float = 1.0,
    grad_exponents: tuple[float, float] = (0, 0),
    **options: float,
) -> dict[str, Any]:
    """One parameter with `steps` gradients; its averages are zero, or `warm` as after a few steps.

    `options` are the optional arguments. `grad_exponents` [-6, 6] spreads the sizes of the gradients evenly
    from 1e-6 to 1e6.
    """
    size = int(np.prod(shape))
    scale = 10.0 ** rng.permutation(np.linspace(*grad_exponents, size)).reshape(shape)
    sizes = scale * rng.uniform(0.5, 1.5, (steps, *shape))
    grads = sizes * rng.choice([1, 1, -1], (steps, *shape))
    zero = np.zeros(shape)
    return {
        "param": np.asarray(param_scale * (0.2 + rng.standard_normal(shape))),
        "grads": np.zeros_like(grads) if zero_grad else grads,
        "sq": np.asarray((scale * rng.uniform(0.5, 1.5, shape)) ** 2 if warm else zero),
        "delta_sq": np.asarray(rng.uniform(0.05, 0.3, shape) ** 2 if warm else zero),
        "options": options,
    }
