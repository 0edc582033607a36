"""What `structured-dropout` is tried on: other sizes on each axis, draws equal to p, p from 0 to nearly 1."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np


def generate(
    rng: np.random.Generator,
    *,
    p: float,
    again_p: float | None = None,
    maps: Sequence[int] | None = None,
    linear: Sequence[int] | None = None,
    block: Sequence[int] | None = None,
    training: bool = True,
    ties: bool = False,
) -> dict[str, Any]:
    """The arguments of the functions that a case is about.

    `maps` is the shape of channel_dropout's x, `linear` has N, D and M, `block` is the shape of
    stochastic_depth's x and branch. Draws are multiples of 1/1024, and `ties` makes some of them equal to p.
    With `again_p` a residual block is called again.
    """

    def uniform(shape: Sequence[int]) -> Any:
        """At least one draw is below p, unless p is 0, and one is not."""
        u = rng.integers(0, 1024, shape) / 1024
        if ties:
            u = np.where(rng.random(shape) < 0.5, p, u)
        one, other = rng.permutation(u.size)[:2] if u.size > 1 else (0, 0)
        u.flat[one] = 0.0
        u.flat[other] = p if ties else 1023 / 1024
        return u

    inputs: dict[str, Any] = {"p": p, "training": training, "again": None}
    inputs |= dict.fromkeys(("maps", "u_maps", "x", "w", "b", "u_w", "skip", "branch", "u_branch"))
    if maps is not None:
        inputs |= {"maps": 0.5 + rng.standard_normal(maps), "u_maps": uniform(maps[:2])}
    if linear is not None:
        n, d, m = linear
        x, w, b = (rng.normal(0.4, 1, shape) for shape in ((n, d), (m, d), (m,)))
        inputs |= {"x": x, "w": w, "b": b, "u_w": uniform((m, d))}
    if block is not None:
        skip, branch = 0.5 + rng.standard_normal(block), rng.standard_normal(block) - 0.5
        inputs |= {"skip": skip, "branch": branch, "u_branch": uniform(block[:1])}
        if again_p is not None:
            inputs["again"] = [again_p, uniform(block[:1])]
    return inputs
