"""What `softmax` is tried on: any rank and axis, huge logits, slices far apart, entries of -inf."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np


def generate(
    rng: np.random.Generator,
    *,
    shape: Sequence[int],
    axis: int | None = None,
    scale: float = 2.0,
    shift: float = 0.0,
    apart: float = 0.0,
    values: Sequence[float] = (),
    masked: str | None = None,
) -> dict[str, Any]:
    """Logits of size `scale`, all of them moved by `shift`, beginning with `values`; dout like them.

    `axis` is left to the default unless given. `apart` is the distance between neighbouring slices. `masked`
    says which entries the driver sets to -inf: "some" of every slice but never all, or all of "a slice" too.
    """
    along = -1 if axis is None else axis
    x = shift + 0.5 + scale * rng.standard_normal(shape)
    slices = np.moveaxis(x, along, -1)
    slices -= apart * np.arange(slices[..., 0].size).reshape(*slices.shape[:-1], 1)
    x.flat[: len(values)] = values
    mask = np.zeros(shape, dtype=bool)
    if masked:
        by_slice = np.moveaxis(mask, along, -1)
        by_slice[rng.random(by_slice.shape) < 0.4] = True
        by_slice[..., 1] = False
        if masked == "a slice":
            by_slice[(1,) * (mask.ndim - 1)] = True
    return {
        "x": x,
        "dout": 0.5 + 1.5 * rng.standard_normal(shape),
        "masked": mask if masked else None,
        "with_log": masked != "a slice",
        "options": {} if axis is None else {"axis": axis},
    }
