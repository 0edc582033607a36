"""What `pointwise-conv` is tried on: 1x1 kernels on images, linear layers to be reshaped, weight counts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

NOT_HOLES = {
    "w with 4 axes is square in every case": "a pointwise kernel is 1 x 1",
    "no case gives w 4 axes of different sizes": "a pointwise kernel is 1 x 1",
    "next_w with 4 axes is square in every case": "a pointwise kernel is 1 x 1",
    "no case gives next_w 4 axes of different sizes": "a pointwise kernel is 1 x 1",
}


def generate(
    rng: np.random.Generator,
    *,
    n: int = 2,
    c: int = 3,
    o: int = 4,
    hw: Sequence[int] = (3, 5),
    stride: int | None = None,
    bias: bool = True,
    then: int = 0,
    fc: Sequence[int] = (),
    sizes: Sequence[Sequence[int]] = (),
) -> dict[str, Any]:
    """Images and a 1x1 layer; with `fc`, (outputs, c, h, w_), a linear layer instead; or only `sizes`.

    `stride` is left to its default unless given. `then` is the number of channels of a second 1x1 layer; a
    linear layer is applied to images where its map is a single pixel.
    """
    inputs: dict[str, Any] = dict.fromkeys(("x", "w", "b", "next_w", "fc_w", "fc_b", "chw"))
    inputs["sizes"] = [tuple(each) for each in sizes]
    inputs["options"] = {} if stride is None else {"stride": stride}
    if fc:
        outputs, *chw = fc
        inputs["chw"] = tuple(chw)
        inputs["fc_w"] = 0.3 + rng.standard_normal((outputs, int(np.prod(chw))))
        inputs["fc_b"] = drawn_bias(rng, outputs)
        if inputs["chw"][1:] == (1, 1):
            inputs["x"] = images(rng, n, inputs["chw"][0], *hw)
    elif not sizes:
        inputs["x"] = images(rng, n, c, *hw)
        inputs["w"] = 0.3 + rng.standard_normal((o, c, 1, 1))
        inputs["b"] = drawn_bias(rng, o) if bias else None
        inputs["next_w"] = rng.standard_normal((then, o, 1, 1)) - 0.2 if then else None
    return inputs


def images(rng: np.random.Generator, n: int, c: int, *hw: int) -> Any:
    """Channels of different means."""
    return rng.standard_normal((n, c, *hw)) + rng.uniform(0.5, 2, (c, 1, 1))


def drawn_bias(rng: np.random.Generator, size: int) -> Any:
    return rng.uniform(0.5, 2, size) * rng.choice([1, -1], size)
