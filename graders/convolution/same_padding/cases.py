"""Arguments for `same-padding`: those of the case, made larger by drawn multiples of `grow`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np


def generate(
    rng: np.random.Generator,
    *,
    size: int,
    kernel: int,
    stride: int,
    dilation: int | None = None,
    grow: Mapping[str, int] | None = None,
    then: Mapping[str, int] | None = None,
) -> dict[str, Any]:
    """The arguments, `dilation` in `options` unless left to its default, and those of a second call.

    grow: steps by argument, each taken the same drawn number of times; the stride as the step of the size
    keeps its remainder, equal steps of size and kernel keep what fits.
    """
    arguments = {"size": size, "kernel": kernel, "stride": stride}
    times = int(rng.integers(0, 12))
    for name, step in (grow or {}).items():
        arguments[name] += times * step
    options = {} if dilation is None else {"dilation": dilation}
    return {**arguments, "options": options, "then": None if then is None else dict(then)}
