"""Patterns: the right values at the wrong places.

Each function looks at all wrong samples of one output and returns its sentence when its rule explains every
one of them, else None. `{it}`, `{is}` and the like are filled in by `words.about`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations

import numpy as np

from drill.grading.diagnosis.sample import Sample, Values, common
from drill.grading.diagnosis.words import count

MOST_AXES = 5  # 120 orders
MOST_SPLIT = 20_000  # elements of an array whose every split into blocks is tried


def transposed(samples: Sequence[Sample]) -> str | None:
    orders = [
        next((o for o in _orders(each) if each.matches(each.want.transpose(o))), None) for each in samples
    ]
    if None in orders or not any(_moves(each, order) for each, order in zip(samples, orders, strict=True)):
        return None
    order = common(
        samples, _orders, lambda each, o: len(o) == each.want.ndim and each.matches(each.want.transpose(o))
    )
    if order == (1, 0):
        return (
            "{it} {is} transposed: rows and columns have changed places. Check the last transpose, or the "
            "order of the factors in a matrix product."
        )
    yours = f": yours are axes {order} of the right answer" if order else ""
    return (
        f"{{it}} {{has}} the right values with {{its}} axes in another order{yours}. Check your transposes."
    )


def scrambled(samples: Sequence[Sample]) -> str | None:
    """A reshape where a transpose was needed first, or after."""
    if not all(any(map(each.matches, _exchanged_blocks(each))) for each in samples):
        return None
    return (
        "{it} hold{s} the right values, but in the order that a reshape gives where axes have to be "
        "transposed. Reshape only splits and merges neighbouring axes: check which axes are neighbours at "
        "that point."
    )


def reversed_order(samples: Sequence[Sample]) -> str | None:
    axis = common(
        samples, _axes, lambda each, a: each.matches(np.flip(each.want, a)) if _has(each, a) else False
    )
    if axis is None:
        return None
    return (
        f"{{it}} {{is}} in reverse order{_along(samples[0], axis)}. "
        "Check ascending against descending, and from which end the loop starts."
    )


def shifted(samples: Sequence[Sample]) -> str | None:
    options = [(axis, by) for by in (1, -1, 2, -2) for axis in _axes(samples[0])]
    found = common(samples, lambda _: options, lambda each, option: _is_shifted(each, *option))
    if found is None:
        return None
    axis, by = found
    if max(each.want.shape[axis] for each in samples) < 2 * abs(by) + 2:  # the overlap must be most of it
        return None
    way = "late" if by > 0 else "early"
    return (
        f"{{it}} hold{{s}} the right values {count(abs(by), 'place')} too {way}{_along(samples[0], axis)}: "
        "check where your index starts."
    )


def slices_permuted(samples: Sequence[Sample]) -> str | None:
    axis = common(samples, _axes, _same_slices)
    if axis is None:
        return None
    return (
        f"{{it}} {{has}} the right slices along axis {axis}, each whole, in another order. "
        "Check what you sort by, or the order in which you split or stack them."
    )


def permuted(samples: Sequence[Sample]) -> str | None:
    if not all(each.matches_in_some_order() for each in samples):
        return None
    distinct = [len(np.unique(each.want)) for each in samples]
    # few distinct values are soon the same ones by accident
    if max(distinct) < 3 or any(2 * n <= each.want.size for n, each in zip(distinct, samples, strict=True)):
        return None
    if any(each.want.ndim > 1 for each in samples):
        return (
            "{it} {has} the right values, but at the wrong places. Check the order of your axes and indices."
        )
    if all(_is_sorted(each.want) for each in samples):
        return "{it} {has} the right values, but not sorted."
    return (
        "{it} {has} the right values in another order. Check what you order by, and which comes first on "
        "a tie."
    )


def repeated(samples: Sequence[Sample]) -> str | None:
    """Every slice along an axis is a copy of the first, or the last, of the right answer."""

    def holds(each: Sample, option: tuple[int, int]) -> bool:
        axis, i = option
        long = _has(each, axis) and each.want.shape[axis] > 1
        return long and each.matches(np.broadcast_to(each.want.take([i], axis), each.want.shape))

    found = common(samples, lambda each: [(axis, i) for axis in _axes(each) for i in (0, -1)], holds)
    if found is None:
        return None
    axis, i = found
    return (
        f"{{it}} repeat{{s}} {{its}} {'first' if i == 0 else 'last'} slice along axis {axis} throughout. "
        "Check that the index of your loop is used, and that each turn writes to a place of its own."
    )


def zeros(samples: Sequence[Sample]) -> str | None:
    if not _are_flat(samples) or any(each.got.any() for each in samples):
        return None
    return "{it} {is} 0 everywhere. Check that the result is written to what you return."


def constant(samples: Sequence[Sample]) -> str | None:
    if not _are_flat(samples):
        return None
    return "{it} {has} the same value everywhere. Check that it depends on the input where it should."


def _are_flat(samples: Sequence[Sample]) -> bool:
    """One value throughout, where several are asked."""

    def flat(each: Sample) -> bool:
        return each.same_shape and len(np.unique(each.got)) == 1 and bool(np.isfinite(each.got).all())

    return all(map(flat, samples)) and any(len(np.unique(each.want)) > 2 for each in samples)


def _axes(each: Sample) -> range:
    return range(each.want.ndim)


def _has(each: Sample, axis: int) -> bool:
    return each.same_shape and axis < each.want.ndim


def _along(each: Sample, axis: int) -> str:
    return "" if each.want.ndim == 1 else f" along axis {axis}"


def _orders(each: Sample) -> Iterator[tuple[int, ...]]:
    if 2 <= each.want.ndim <= MOST_AXES:
        yield from list(permutations(range(each.want.ndim)))[1:]


def _moves(each: Sample, order: tuple[int, ...] | None) -> bool:
    """Swapping an axis of length 1 is a matter of shape: it moves no value."""
    real = [axis for axis, size in enumerate(each.want.shape) if size > 1]
    return order is not None and [axis for axis in order if axis in real] != real


def _exchanged_blocks(each: Sample) -> Iterator[Values]:
    """The flat right answer cut into (before, a, b, after), with a and b exchanged."""
    size = each.want.size
    if each.want.ndim < 2 or each.got.size != size or size > MOST_SPLIT:
        return
    divisors = [d for d in range(1, size + 1) if size % d == 0]
    want, got = each.want.ravel(), each.got.ravel()
    for before in divisors:
        for a in (d for d in divisors[1:] if size % (before * d) == 0):
            for b in (d for d in divisors[1:] if size % (before * a * d) == 0):
                if _worth_trying(each, want, got, a, b, size // (before * a * b)):
                    blocks = want.reshape(before, a, b, -1)
                    yield blocks.swapaxes(1, 2).reshape(each.got.shape)


def _worth_trying(each: Sample, want: Values, got: Values, a: int, b: int, after: int) -> bool:
    """Looks at three places only, since there may be thousands of ways to cut."""
    for place in (after, want.size // 2, want.size - 1 - after):
        start, rest = divmod(place, a * b * after)
        j, rest = divmod(rest, a * after)
        i, k = divmod(rest, after)
        origin = start * a * b * after + (i * b + j) * after + k
        if not each.near(got[place : place + 1], want[origin : origin + 1]).all():
            return False
    return True


def _is_shifted(each: Sample, axis: int, by: int) -> bool:
    """The overlap agrees."""
    if not _has(each, axis) or each.want.shape[axis] <= abs(by):
        return False
    late, early = (each.got, each.want) if by > 0 else (each.want, each.got)
    late, early = np.moveaxis(late, axis, 0)[abs(by) :], np.moveaxis(early, axis, 0)[: -abs(by)]
    return bool(each.near(late, early).all())


def _same_slices(each: Sample, axis: int) -> bool:
    if not _has(each, axis) or each.want.ndim < 2 or each.want.shape[axis] < 2:
        return False
    got, want = (np.moveaxis(a, axis, 0).reshape(a.shape[axis], -1) for a in (each.got, each.want))
    return want.size > 0 and bool(each.near(_by_rows(got, want), _by_rows(want, want)).all())


def _by_rows(array: Values, like: Values) -> Values:
    """Rows ordered by the column that varies most in `like`."""
    column = int(np.argmax(like.max(axis=0).astype(float) - like.min(axis=0)))
    return array[np.argsort(array[:, column], kind="stable")]


def _is_sorted(array: Values) -> bool:
    return bool((array[1:] >= array[:-1]).all() or (array[1:] <= array[:-1]).all())
