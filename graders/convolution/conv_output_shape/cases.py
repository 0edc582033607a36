"""Arguments for `conv_output_shape`: those of the case, made larger by drawn multiples of `grow`."""

from __future__ import annotations

from typing import Any

import numpy as np


def generate(
    rng: np.random.Generator, grow: dict[str, Any] | None = None, next_layer: Any = None, **arguments: Any
) -> dict[str, Any]:
    """`input_hw`, `kernel_size`, the other arguments as `options`, and those of a `next_layer` or None.

    grow: steps by argument, an int or one for each axis. With t drawn for each axis, the argument grows by
    t * step; steps of the stride keep the remainder of the division, equal ones keep what fits.
    """
    times = rng.integers(0, 10, 2).tolist()
    for name, step in (grow or {}).items():
        arguments[name] = grown(arguments[name], step, times)
    arguments = {name: paired(value) for name, value in arguments.items()}
    if next_layer is not None:
        next_layer = {name: paired(value) for name, value in next_layer.items()}
    return {
        "input_hw": arguments.pop("input_hw"),
        "kernel_size": arguments.pop("kernel_size"),
        "options": arguments,
        "next_layer": next_layer,
    }


def grown(value: Any, step: Any, times: list[int]) -> Any:
    if isinstance(value, int):
        return value + step * times[0]
    return [v + s * t for v, s, t in zip(value, step, times, strict=True)]


def paired(value: Any) -> Any:
    """YAML has lists; a pair is a tuple."""
    return tuple(value) if isinstance(value, list) else value
