"""What `ema-weights` is tried on: models with and without counters, trained in place while averaged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np


def generate(
    rng: np.random.Generator,
    *,
    model: Mapping[str, Sequence[int]],
    decay: float,
    steps: int,
    warmup: bool | None = None,
    counter: bool = False,
    then: str = "restore",
) -> dict[str, Any]:
    """The first weights of `model` (name to shape) and `steps` changes to them.

    `counter` adds a number of batches seen, int64. `then` says what follows the averaging: "restore", or a
    misuse ("restore first", "restore twice").
    """

    def weights(scale: float) -> dict[str, Any]:
        drawn: dict[str, Any] = {
            name: np.asarray(scale * (0.8 + rng.standard_normal(shape))) for name, shape in model.items()
        }
        if counter:
            drawn["batches"] = np.asarray(rng.integers(1, 9), dtype=np.int64)
            drawn["seen"] = rng.integers(1, 90, 3)
        return drawn

    return {
        "params": weights(2.0),
        "decay": decay,
        "options": {} if warmup is None else {"warmup": warmup},
        "changes": [weights(1.0) for _ in range(steps)],
        "then": then,
    }
