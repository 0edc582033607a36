"""Where the wrong elements of an array are, when they make up a place that has a name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.bool_]


def region(mask: Mask) -> str:
    """ "in the last row", "on the diagonal", "everywhere"; "" when the marked elements are no such place."""
    if mask.ndim == 0 or not mask.any():
        return ""
    if mask.all():
        return "everywhere"
    return next((words for words, place in _places(mask.shape) if np.array_equal(place, mask)), "")


def condition(mask: Mask, inputs: Mapping[str, Any]) -> str:
    """The input that tells the marked elements from the others: "exactly where `x` is negative"; or ""."""
    if not mask.any() or mask.all():
        return ""
    for name, value in inputs.items():
        if isinstance(value, np.ndarray) and value.shape == mask.shape and value.dtype.kind in "bif":
            for words, place in _conditions(value):
                if np.array_equal(place, mask):
                    return f"exactly where `{name}` is {words}"
    return ""


def _conditions(value: NDArray[Any]) -> Iterator[tuple[str, Mask]]:
    if value.dtype.kind == "b":
        yield "true", value
        yield "false", ~value
        return
    yield "negative", value < 0
    yield "positive", value > 0
    yield "0", value == 0
    yield "not 0", value != 0
    yield "0 or less", value <= 0
    yield "0 or more", value >= 0


def _places(shape: tuple[int, ...]) -> Iterator[tuple[str, Mask]]:
    for axis, size in enumerate(shape):
        position = np.arange(size).reshape([-1 if a == axis else 1 for a in range(len(shape))])
        name = slice_name(len(shape), axis)
        for which, i in (("first", 0), ("last", size - 1)):
            yield f"in the {which} {name}", np.broadcast_to(position == i, shape)
            yield f"everywhere but in the {which} {name}", np.broadcast_to(position != i, shape)
        for i in range(1, min(size - 1, 50)):
            yield f"in {name} {i}", np.broadcast_to(position == i, shape)
    if len(shape) >= 2:
        row, column = np.ogrid[: shape[-2], : shape[-1]]
        for words, place in (
            ("on the diagonal", row == column),
            ("off the diagonal", row != column),
            ("above the diagonal", column > row),
            ("below the diagonal", column < row),
            ("on and above the diagonal", column >= row),
            ("on and below the diagonal", column <= row),
            ("along the border", _border(row, column, shape)),
        ):
            yield words, np.broadcast_to(place, shape)


def slice_name(ndim: int, axis: int) -> str:
    """What one index of an axis holds."""
    if ndim == 1:
        return "element"
    if ndim == 2:
        return ("row", "column")[axis]
    return f"slice of axis {axis}"


def _border(row: NDArray[Any], column: NDArray[Any], shape: tuple[int, ...]) -> Mask:
    return np.asarray((row == 0) | (row == shape[-2] - 1) | (column == 0) | (column == shape[-1] - 1))
