"""What `conv-cost` is tried on: networks, layer by layer, of drawn widths and sizes."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np


def generate(
    rng: np.random.Generator, *, shape: Sequence[int], layers: Sequence[dict[str, Any]], fixed: bool = False
) -> dict[str, Any]:
    """The input's shape and the layers, as the case has them or, unless `fixed`, made larger.

    Channels and units are multiplied by drawn factors, so that groups still divide them. Height and width
    grow by multiples of all strides together: what does not divide goes on not to.
    """
    layers = [dict(layer) for layer in layers]
    if fixed:
        return {"shape": tuple(shape), "layers": layers}
    features, *sizes = shape
    grown = [features * int(rng.integers(2, 7))]
    for axis, size in enumerate(sizes):
        period = math.prod(stride(layer)[axis] for layer in layers if layer["type"] != "fc")
        grown.append(size + period * int(rng.integers(1, 5)))
    for layer in layers:
        if "out" in layer:
            layer["out"] *= int(rng.integers(2, 7))
    return {"shape": tuple(grown), "layers": layers}


def stride(layer: dict[str, Any]) -> tuple[int, int]:
    value = layer.get("stride", layer["k"] if layer["type"] == "pool" else 1)
    return value if isinstance(value, tuple) else (value, value)
