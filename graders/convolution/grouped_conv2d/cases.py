"""What `grouped-conv2d` is tried on: one to C groups, multipliers, separable layers, weight counts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

NOT_HOLES = {
    "w_pw with 4 axes is square in every case": "a pointwise kernel is 1 x 1",
    "no case gives w_pw 4 axes of different sizes": "a pointwise kernel is 1 x 1",
}


def generate(
    rng: np.random.Generator,
    *,
    n: int = 2,
    c: int = 4,
    o: int = 6,
    hw: Sequence[int] = (4, 5),
    k: Sequence[int] = (3, 2),
    groups: int | None = None,
    bias: bool = True,
    stride: int | None = None,
    padding: int | None = None,
    then: Sequence[int] = (),
    separable: bool = False,
    savings: Sequence[Sequence[int]] = (),
) -> dict[str, Any]:
    """Images with the weights of a grouped layer or, if `separable`, of a separable one; or only `savings`.

    `groups`, `stride` and `padding` are left to their defaults unless given. `then` is (channels, groups) of
    a second layer with 1 x 2 kernels, to be applied to the output of the first.
    """
    options = {"stride": stride, "padding": padding, "groups": groups}
    inputs: dict[str, Any] = {"options": {name: v for name, v in options.items() if v is not None}}
    inputs.update(dict.fromkeys(("x", "w", "b", "w_dw", "w_pw", "next_w")), savings=[*map(tuple, savings)])
    inputs["next_groups"] = 1
    if savings:
        return inputs
    inputs["x"] = 0.4 + rng.standard_normal((n, c, *hw)) + rng.uniform(-1, 1, (c, 1, 1))
    if separable:
        inputs["w_dw"], inputs["w_pw"] = weights(rng, c, 1, *k), weights(rng, o, c, 1, 1)
        return inputs
    inputs["w"] = weights(rng, o, max(1, c // (groups or 1)), *k)
    inputs["b"] = rng.uniform(0.5, 2, o) * rng.choice([-1, 1], o) if bias else None
    if then:
        channels, inputs["next_groups"] = then
        inputs["next_w"] = weights(rng, channels, o // inputs["next_groups"], 1, 2)
    return inputs


def weights(rng: np.random.Generator, *shape: int) -> Any:
    """Kernels that differ from filter to filter and are not symmetric."""
    return rng.standard_normal(shape) + rng.uniform(-0.5, 0.5, (shape[0], 1, 1, 1))
