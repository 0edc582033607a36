"""Exponential moving average of a model's weights (Polyak & Juditsky 1992; with TensorFlow's warm-up)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]


def copied(arrays: Mapping[str, Array]) -> dict[str, Array]:
    return {name: array.copy() for name, array in arrays.items()}


class EMA:
    """An average of weights that follow in place; everything is copied on its way in and out."""

    def __init__(self, params: Mapping[str, Array], decay: float, warmup: bool = False) -> None:
        self.shadow = copied(params)
        self.decay = decay
        self.warmup = warmup
        self.updates = 0
        self.backup: dict[str, Array] | None = None

    def update(self, params: Mapping[str, Array]) -> None:
        """Take the weights into the average."""
        n = self.updates
        d = min(self.decay, (1 + n) / (10 + n)) if self.warmup else self.decay
        for name, value in params.items():
            if np.issubdtype(value.dtype, np.floating):
                self.shadow[name] = d * self.shadow[name] + (1 - d) * value
            else:  # a counter has no average
                self.shadow[name] = value.copy()
        self.updates += 1

    def swap(self, params: Mapping[str, Array]) -> dict[str, Array]:
        """The averaged weights, to evaluate with; params are kept for restore."""
        self.backup = copied(params)
        return copied(self.shadow)

    def restore(self) -> dict[str, Array]:
        """The weights that were given to swap, to train on with."""
        if self.backup is None:
            raise RuntimeError("restore without a swap before it")
        backup, self.backup = self.backup, None
        return backup
