"""What `batchnorm-module` is tried on: batches in training and evaluation, every option, gradients, state."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

NOT_HOLES = {
    "fresh.bias is zero in every case": "a new module's bias is zero",
    "fresh.running_mean is zero in every case": "a new module's running mean is zero",
    "fresh.num_batches_tracked is zero in every case": "a new module has seen no batches",
}


def generate(
    rng: np.random.Generator,
    *,
    c: int,
    sizes: Sequence[int],
    last: int,
    tail: Sequence[int] = (),
    beside: bool = False,
    **options: Any,
) -> dict[str, Any]:
    """Batches of `sizes` to train on, one of `last` to evaluate, each (n, c, *tail), and a state.

    `beside` asks the driver for a second module, trained on the batch that the first one evaluates.
    """

    def batch(n: int) -> Any:
        column = (c, *(1,) * len(tail))
        return rng.uniform(-2, 2, column) + rng.uniform(0.5, 2, column) * rng.standard_normal((n, c, *tail))

    return {
        "c": c,
        "batches": [batch(n) for n in sizes],
        "last": batch(last),
        "gradient": 0.3 + rng.standard_normal((sizes[-1], c, *tail)),
        "weight": rng.uniform(0.5, 2, c) * np.where(np.arange(c) % 3 == 1, -1, 1),
        "bias": rng.uniform(-2, 2, c),
        "mean": rng.uniform(-2, 2, c),
        "var": rng.uniform(0.5, 4, c),
        "options": options,
        "beside": beside,
    }
