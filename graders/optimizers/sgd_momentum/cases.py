"""What `sgd-momentum` is tried on: both rules, from the first step or a warm one, single steps and chains."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np


def generate(
    rng: np.random.Generator,
    *,
    shape: Sequence[int],
    lrs: Sequence[float] = (0.1,),
    classical: bool = False,
    warm: bool = False,
    zero_grad: bool = False,
    reuse: bool = False,
    **options: Any,
) -> dict[str, Any]:
    """One parameter and a gradient for each learning rate in `lrs`.

    `options` are the optional arguments. The state is that of a first call (None, or zeros in the `classical`
    rule) unless `warm`. `reuse` makes the caller zero each gradient in place after its step.
    """

    def numbers(*shape: int) -> Any:  # of size 0.5 to 1.5, more of them positive than negative
        return np.asarray(rng.uniform(0.5, 1.5, shape) * rng.choice([1, 1, -1], shape))

    fresh = np.zeros(shape) if classical else None
    return {
        "param": np.asarray(1.5 + numbers(*shape)),
        "grads": [np.zeros(shape) if zero_grad else numbers(*shape) for _ in lrs],
        "state": np.asarray(0.7 * numbers(*shape)) if warm else fresh,
        "lrs": list(lrs),
        "classical": classical,
        "reuse": reuse,
        "options": options,
    }
