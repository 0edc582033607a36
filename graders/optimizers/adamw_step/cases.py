"""What `adamw-step` is tried on: parameters of any rank, fresh and warm state, chains; models."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np


def generate(
    rng: np.random.Generator,
    *,
    shape: Sequence[int] = (),
    lrs: Sequence[float] | None = None,
    t: int = 1,
    warm: bool = False,
    zero_grad: bool = False,
    grad_exponents: tuple[float, float] = (0, 0),
    param_scale: float = 1.0,
    model: Mapping[str, Sequence[int]] | None = None,
    **options: float,
) -> dict[str, Any]:
    """One parameter with a gradient for each of `lrs` (None: one with the default rate), or the names and
    shapes of a `model`.

    `options` are the optional arguments. The moments are zero, or `warm` as after earlier steps.
    `grad_exponents` [-12, 6] spreads the sizes of the gradients evenly from 1e-12 to 1e6.
    """
    if model is not None:
        return {"names": list(model), "shapes": [tuple(each) for each in model.values()], "grads": []}

    def numbers(*shape: int) -> Any:  # of size 0.5 to 1.5, more of them positive than negative
        return rng.uniform(0.5, 1.5, shape) * rng.choice([1, 1, -1], shape)

    scale = 10.0 ** rng.permutation(np.linspace(*grad_exponents, int(np.prod(shape)))).reshape(shape)
    grads = scale * numbers(len(lrs or [0]), *shape)
    zero = np.zeros(shape)
    return {
        "param": np.asarray(param_scale * numbers(*shape)),
        "grads": np.zeros_like(grads) if zero_grad else grads,
        "m": np.asarray(0.8 * scale * numbers(*shape)) if warm else zero,
        "v": np.asarray((scale * rng.uniform(0.5, 1.5, shape)) ** 2) if warm else zero,
        "t": t,
        "lrs": None if lrs is None else list(lrs),
        "options": options,
    }
