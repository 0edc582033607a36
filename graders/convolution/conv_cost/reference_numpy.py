"""What one layer costs in parameters and multiply-accumulates (He & Sun 2015, equation 1)."""

from __future__ import annotations

import math
from typing import Any

Cost = dict[str, Any]


def layer_cost(layer: dict[str, Any], in_shape: tuple[int, ...]) -> Cost:
    """{"params", "macs", "out_shape"} of a "conv", "pool" or "fc" layer on an input (C, H, W) or (D,)."""
    if layer["type"] == "fc":
        return weighted(layer, math.prod(in_shape), ())
    c, h, w = in_shape
    k_h, k_w = pair(layer["k"])
    s_h, s_w = pair(layer.get("stride", layer["k"] if layer["type"] == "pool" else 1))
    p_h, p_w = pair(layer.get("padding", 0))
    out_hw = (h + 2 * p_h - k_h) // s_h + 1, (w + 2 * p_w - k_w) // s_w + 1
    if layer["type"] == "pool":
        return {"params": 0, "macs": 0, "out_shape": (c, *out_hw)}
    return weighted(layer, c // layer.get("groups", 1) * k_h * k_w, out_hw)


def weighted(layer: dict[str, Any], fan_in: int, out_hw: tuple[int, ...]) -> Cost:
    """Each of `out` units has fan_in weights, used once at every place of the output."""
    weights = layer["out"] * fan_in
    biases = layer["out"] if layer.get("bias", True) else 0
    macs = weights * math.prod(out_hw)
    return {"params": weights + biases, "macs": macs, "out_shape": (layer["out"], *out_hw)}


def pair(value: int | tuple[int, int]) -> tuple[int, int]:
    """An int counts for both axes."""
    return value if isinstance(value, tuple) else (value, value)
