"""What `rmsprop-step` is tried on: fresh and warm state, with and without momentum and centering, chains."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np


def generate(
    rng: np.random.Generator,
    *,
    shape: Sequence[int],
    lrs: Sequence[float] | None = None,
    warm: bool = False,
    zero_grad: bool = False,
    constant: bool = False,
    param_scale: float = 1.0,
    grad_scale: float = 1.0,
    grad_exponents: tuple[float, float] | None = None,
    **options: Any,
) -> dict[str, Any]:
    """One parameter with a gradient for each of `lrs` (None: one step with the default rate).

    `options` are the optional arguments. The state is None, or `warm` as after a few steps. `constant` makes
    it that of a gradient that has always been the same and is so again: the variance is 0 but for rounding.
    `grad_exponents` [-12, 6] spreads the sizes of the gradients evenly from 1e-12 to 1e6.
    """
    scale = np.full(shape, grad_scale)
    if grad_exponents is not None:
        scale = 10.0 ** rng.permutation(np.linspace(*grad_exponents, scale.size)).reshape(shape)
    count = len(lrs or [0])
    grads = scale * rng.uniform(0.5, 1.5, (count, *shape)) * rng.choice([1, 1, -1], (count, *shape))
    mean = grads[0] if constant else scale * rng.uniform(-0.7, 0.3, shape)
    variance = 0.0 if constant else (scale * rng.uniform(0.5, 1.5, shape)) ** 2
    state = {
        "square_avg": np.asarray(mean**2 + variance),
        "grad_avg": np.asarray(mean),
        "buf": np.asarray(rng.uniform(-0.5, 1, shape)),
    }
    return {
        "param": np.asarray(param_scale * (0.2 + rng.standard_normal(shape))),
        "grads": np.zeros_like(grads) if zero_grad else grads,
        "state": state if warm else None,
        "lrs": None if lrs is None else list(lrs),
        "options": options,
    }
