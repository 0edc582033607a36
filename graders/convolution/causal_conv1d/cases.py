"""What `causal-conv1d` is tried on: signals longer and shorter than the kernel, step by step too."""

from __future__ import annotations

from typing import Any

import numpy as np


def generate(
    rng: np.random.Generator,
    *,
    n: int,
    c: int,
    o: int,
    length: int,
    k: int,
    bias: bool = False,
    stride: int | None = None,
    padding: int | None = None,
    dilation: int | None = None,
    streams: int = 1,
    whole: bool = True,
) -> dict[str, Any]:
    """Signals, filters and options, which are left to their defaults unless given.

    The driver feeds `streams` signals, in turn, into stream_step: x, then another one. With `whole` false it
    leaves conv1d out, whose kernel need not fit then.
    """
    x, other = rng.uniform(-1, 3, (2, n, c, 1)) + rng.standard_normal((2, n, c, length))
    given = {"stride": stride, "padding": padding, "dilation": dilation}
    return {
        "x": x,
        "w": 0.2 + rng.standard_normal((o, c, k)),
        "biased": {"b": rng.uniform(0.5, 3, o)} if bias else {},
        "options": {name: value for name, value in given.items() if value is not None},
        "dilated": {} if dilation is None else {"dilation": dilation},
        "zeros": np.zeros((n, c, (k - 1) * (dilation or 1))),
        "signals": [x, other][:streams],
        "whole": whole,
    }


NOT_HOLES = {"all values of zeros are the same in every case": "a stream begins with nothing but zeros"}
