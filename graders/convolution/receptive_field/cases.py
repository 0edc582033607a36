"""What `receptive-field` is tried on: stacks of layers, given and drawn, or fields to be reached."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np


def generate(
    rng: np.random.Generator,
    *,
    layers: Sequence[Sequence[int]] = (),
    drawn: int = 0,
    more: int = 0,
    rfs: Sequence[int] | None = None,
    kernel: int | None = None,
) -> dict[str, Any]:
    """The given `layers` and so many `drawn` ones; `more` are for a second, deeper network.

    With `rfs`, fields to be reached, there are no layers. `kernel` is left to its default unless given.
    """
    stack = [tuple(layer) for layer in layers] + [one_layer(rng) for _ in range(drawn)]
    return {
        "layers": stack,
        "deeper": [*stack, *(one_layer(rng) for _ in range(more))] if more else None,
        "rfs": None if rfs is None else list(rfs),
        "options": {} if kernel is None else {"kernel": kernel},
    }


def one_layer(rng: np.random.Generator) -> tuple[int, int, int, int]:
    """(kernel, stride, padding, dilation), none of them what would leave the field as it is."""
    kernel, stride, padding, dilation = (int(rng.integers(low, 4)) for low in (2, 2, 1, 2))
    return kernel, stride, padding, dilation
