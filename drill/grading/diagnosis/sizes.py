"""Patterns: the wrong shape, the wrong axis.

Functions as in `order`. A shape that is wrong is a fact whatever the values, so some of these look at
shapes alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import permutations
from typing import Any

import numpy as np

from drill.grading.diagnosis.places import slice_name
from drill.grading.diagnosis.sample import Sample, Values, common

REDUCTIONS: tuple[tuple[str, Callable[..., Any]], ...] = (
    ("sum", np.sum),
    ("mean", np.mean),
    ("maximum", np.max),
    ("minimum", np.min),
    ("variance", np.var),
    ("standard deviation", np.std),
    ("index of the maximum", np.argmax),
    ("index of the minimum", np.argmin),
)


def other_shape(samples: Sequence[Sample]) -> str | None:
    def holds(each: Sample) -> bool:
        return not each.same_shape and each.got.size == each.want.size and _same_when_flat(each)

    filled = [each for each in samples if each.want.size]
    if not filled or not all(map(holds, samples)):
        return None
    got, want = filled[0].got.shape, filled[0].want.shape
    return f"{{it}} {{has}} the right values in shape {got}; {want} is asked. {_how_to_reshape(got, want)}"


def broadcast(samples: Sequence[Sample]) -> str | None:
    """(N,) against (N, 1) makes (N, N); what is asked is its diagonal."""
    if not all(_grew(each) and _near(each, np.diagonal(each.got), each.want.ravel()) for each in samples):
        return None
    n = samples[0].want.size
    return (
        f"{{it}} {{has}} shape {samples[0].got.shape} instead of {samples[0].want.shape}, with the right "
        f"values on the diagonal: {_column_and_row(n)} met and broadcast. Give both the same shape."
    )


def grown(samples: Sequence[Sample]) -> str | None:
    """As `broadcast`, when the values say nothing."""
    if not all(map(_grew, samples)):
        return None
    n = samples[0].want.size
    return (
        f"{{it}} {{has}} shape {samples[0].got.shape} instead of {samples[0].want.shape}, which is what "
        f"{_column_and_row(n)} broadcast to. Look for an operation between two such arrays."
    )


def _column_and_row(n: int) -> str:
    return f"a column of shape ({n}, 1) and a row of shape ({n},) or (1, {n})"


def empty_shape(samples: Sequence[Sample]) -> str | None:
    if not all(each.got.size == each.want.size == 0 and not each.same_shape for each in samples):
        return None
    return (
        f"{{it}} {{has}} shape {samples[0].got.shape}; {samples[0].want.shape} is asked. Also where there "
        "are no values, the axes and the lengths of the others stay."
    )


def diagonal_only(samples: Sequence[Sample]) -> str | None:
    def diagonal(each: Sample) -> bool:
        return each.want.ndim == 2 and each.got.ndim == 1 and each.matches(np.diagonal(each.want))

    def line(each: Sample) -> bool:  # one against many broadcasts
        return each.want.ndim == 2 and 1 in each.want.shape and each.matches(each.want.ravel())

    if not any(map(diagonal, samples)) or not all(diagonal(each) or line(each) for each in samples):
        return None
    return (
        "{it} combine{s} the i-th with the i-th only, which is the diagonal of what is asked. Combine "
        "every one with every other: add an axis on each side, as in `a[:, None]` and `b[None, :]`."
    )


def one_slice(samples: Sequence[Sample]) -> str | None:
    """One row of the right answer, without the axis of rows."""
    found = common(samples, _slices)
    if found is None:
        return None
    axis, end = found
    ndim = samples[0].want.ndim
    return (
        f"{{it}} {{is}} only the {'last' if end else 'first'} {slice_name(ndim, axis)} of what is asked, of "
        f"shape {samples[0].got.shape} where {samples[0].want.shape} is asked. Look for an index that leaves "
        f"out the rest, such as `[{end}]`."
    )


def reduced(samples: Sequence[Sample]) -> str | None:
    """The sum, the maximum or the like of the right answer."""
    found = common(samples, _reduced)
    if found is None:
        return None
    operation, axis = found
    return (
        f"{{it}} {{is}} the {operation} of what is asked over {_over(axis)}, of shape {samples[0].got.shape} "
        f"where {samples[0].want.shape} is asked. Return it without that last step."
    )


def end_missing(samples: Sequence[Sample]) -> str | None:
    """The right values without the first or the last along one axis, or with one too many there."""
    found = common(samples, _trimmings)
    if found is None:
        return None
    axis, end, by = found
    where = "" if samples[0].want.ndim == 1 else f" along axis {axis}"
    check = f"Check where your range {'starts' if end == 'first' else 'stops'}."
    if by < 0:
        return f"{{it}} {{has}} the right values, but the {end} one{where} is missing. {check}"
    return f"{{it}} {{has}} the right values and one too many, the {end}{where}. {check}"


def size_one_off(samples: Sequence[Sample]) -> str | None:
    """As `end_missing`, when the values say nothing."""
    by = {_one_off(each) for each in samples}
    if by not in ({1}, {-1}):
        return None
    size = "large" if by == {1} else "small"
    return (
        f"{{it}} {{has}} shape {samples[0].got.shape}; {samples[0].want.shape} is asked: one too {size}. "
        "Check the ends of your ranges, the padding, and whether a size is rounded up or down."
    )


def wrong_axis(samples: Sequence[Sample]) -> str | None:
    """A reduction of an input, along another axis than the one asked for."""
    found = common(samples, _reductions)
    if found is None:
        return None
    name, operation, asked, taken = found
    return f"{{it}} {{is}} the {operation} of `{name}` over {_over(taken)}; it is asked over {_over(asked)}."


def normalised_axis(samples: Sequence[Sample]) -> str | None:
    """The right answer sums to 1 (or the like) along one axis, yours along another."""
    found = common(samples, _normalised)
    if found is None:
        return None
    what, asked, taken = found
    return (
        f"{{it}} {{has}} {what} along axis {taken}, and should have it along axis {asked}: check the axis "
        "you normalise over."
    )


def reduced_axis(samples: Sequence[Sample]) -> str | None:
    """As `wrong_axis`, when the values say nothing: one value for each row in place of each column."""
    found = common(samples, _left_out)
    if found is None:
        return None
    name, asked, taken = found
    return (
        f"{{it}} {{has}} shape {samples[0].got.shape}, that of `{name}` without axis {taken}; "
        f"{samples[0].want.shape}, without axis {asked}, is asked. Check the axis you reduce over."
    )


def _near(each: Sample, left: Values, right: Values) -> bool:
    return left.shape == right.shape and bool(each.near(left, right).all())


def _same_when_flat(each: Sample) -> bool:
    return each.matches(each.want.reshape(each.got.shape))


def _how_to_reshape(got: tuple[int, ...], want: tuple[int, ...]) -> str:
    if [n for n in got if n != 1] != [n for n in want if n != 1]:
        return "Give it the shape asked for before you return it."
    if len(got) > len(want):
        return "Drop the axis of length 1, which `keepdims` or an index like `[i:i+1]` leaves."
    return "Keep the axis of length 1, with `keepdims` or an index like `[i:i+1]`."


def _grew(each: Sample) -> bool:
    n = each.want.size
    return n > 1 and each.want.shape in ((n,), (n, 1), (1, n)) and each.got.shape == (n, n)


def _slices(each: Sample) -> Iterator[tuple[int, int]]:
    for axis in range(each.want.ndim):
        yield from (
            (axis, i) for i in (0, -1) if each.want.shape[axis] and each.matches(each.want.take(i, axis))
        )


def _reduced(each: Sample) -> Iterator[tuple[str, int | None]]:
    """Nothing at all is whatever reduction has its shape."""
    for operation, function in REDUCTIONS:
        for axis in (None, *range(each.want.ndim)):
            shape = () if axis is None else each.want.shape[:axis] + each.want.shape[axis + 1 :]
            if each.got.shape == shape and (
                not each.want.size or each.matches(np.asarray(function(each.want, axis=axis)))
            ):
                yield operation, axis


def _trimmings(each: Sample) -> Iterator[tuple[int, str, int]]:
    """(axis, which end, +1 or -1) for which the longer of the two, without that end, is the shorter."""
    by = _one_off(each)
    off = [axis for axis in range(each.want.ndim) if by and each.got.shape[axis] != each.want.shape[axis]]
    if by is None or len(off) != 1:
        return
    longer, shorter = (each.got, each.want) if by > 0 else (each.want, each.got)
    slices = np.moveaxis(longer, off[0], 0)
    for end, rest in (("last", slices[:-1]), ("first", slices[1:])):
        if _near(each, np.moveaxis(rest, 0, off[0]), shorter):
            yield off[0], end, by


def _one_off(each: Sample) -> int | None:
    """+1 or -1 when every axis that differs is longer, or shorter, by just that."""
    if each.got.ndim != each.want.ndim:
        return None
    off = {g - w for g, w in zip(each.got.shape, each.want.shape, strict=True)} - {0}
    return off.pop() if off in ({1}, {-1}) else None


def _arrays(each: Sample) -> Iterator[tuple[str, Values]]:
    for name, value in each.failure.inputs.items():
        if isinstance(value, np.ndarray) and value.ndim >= 2 and value.size and value.dtype.kind in "bif":
            yield name, value


def _reductions(each: Sample) -> Iterator[tuple[str, str, int | None, int | None]]:
    """(input, operation, axis asked, axis taken)."""
    for name, value in _arrays(each):
        for operation, function in REDUCTIONS:
            over = {axis: np.asarray(function(value, axis=axis)) for axis in (None, *range(value.ndim))}
            asked = [axis for axis, result in over.items() if _near(each, each.want.ravel(), result.ravel())]
            taken = [axis for axis, result in over.items() if _near(each, each.got.ravel(), result.ravel())]
            if asked and taken:
                yield name, operation, asked[0], taken[0]


def _over(axis: int | None) -> str:
    return "all axes together" if axis is None else f"axis {axis}"


def _normalised(each: Sample) -> Iterator[tuple[str, int, int]]:
    """(what is alike, axis asked, axis taken)."""
    if not each.same_shape or each.want.dtype.kind != "f":
        return
    axes = range(each.want.ndim)
    for what, measure, target in (
        ("a sum of 1", np.sum, 1.0),
        ("length 1", np.linalg.norm, 1.0),
        ("mean 0", np.mean, 0.0),
    ):
        asked = {axis for axis in axes if _all_are(each, measure(each.want, axis=axis), target)}
        taken = {axis for axis in axes if _all_are(each, measure(each.got, axis=axis), target)}
        if len(asked) == len(taken) == 1 and asked != taken:
            yield what, asked.pop(), taken.pop()


def _all_are(each: Sample, measured: Values, target: float) -> bool:
    scale = max(target, float(np.abs(each.want).max(initial=0.0)))
    return bool((np.abs(measured - target) <= 10 * each.rtol * scale).all())


def _left_out(each: Sample) -> Iterator[tuple[str, int, int]]:
    """(input, axis asked to be left out, axis that was)."""
    for name, value in _arrays(each):
        for asked, taken in permutations(range(value.ndim), 2):
            shapes = [value.shape[:axis] + value.shape[axis + 1 :] for axis in (asked, taken)]
            if shapes == [each.want.shape, each.got.shape] and not each.same_shape:
                yield name, asked, taken
