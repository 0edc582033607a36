"""Exponential moving average of a model's weights (Polyak & Juditsky 1992; with TensorFlow's warm-up)."""

from __future__ import annotations

from collections.abc import Mapping

from torch import Tensor


def copied(tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
    return {name: tensor.clone() for name, tensor in tensors.items()}


class EMA:
    """An average of weights that follow in place; everything is copied on its way in and out."""

    def __init__(self, params: Mapping[str, Tensor], decay: float, warmup: bool = False) -> None:
        self.shadow = copied(params)
        self.decay = decay
        self.warmup = warmup
        self.updates = 0
        self.backup: dict[str, Tensor] | None = None

    def update(self, params: Mapping[str, Tensor]) -> None:
        """Take the weights into the average."""
        n = self.updates
        d = min(self.decay, (1 + n) / (10 + n)) if self.warmup else self.decay
        for name, value in params.items():
            if value.is_floating_point():
                self.shadow[name] = d * self.shadow[name] + (1 - d) * value
            else:  # a counter has no average
                self.shadow[name] = value.clone()
        self.updates += 1

    def swap(self, params: Mapping[str, Tensor]) -> dict[str, Tensor]:
        """The averaged weights, to evaluate with; params are kept for restore."""
        self.backup = copied(params)
        return copied(self.shadow)

    def restore(self) -> dict[str, Tensor]:
        """The weights that were given to swap, to train on with."""
        if self.backup is None:
            raise RuntimeError("restore without a swap before it")
        backup, self.backup = self.backup, None
        return backup
