"""Patterns: indices that were chosen wrongly, or are indices of something else.

Functions as in `order`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from drill.grading.diagnosis.sample import Sample, Values, common


def values_for_indices(samples: Sequence[Sample]) -> str | None:
    def options(each: Sample) -> Iterator[str]:
        if each.want.dtype.kind == "i" and each.want.ndim == 1:
            for name, value in _inputs(each):
                if _fit(each.want, value) and each.matches(value[each.want]):
                    yield name

    name = common(samples, options)
    if name is None:
        return None
    return f"{{it}} hold{{s}} the entries of `{name}` themselves, and their indices are asked."


def indices_for_values(samples: Sequence[Sample]) -> str | None:
    def options(each: Sample) -> Iterator[str]:
        if each.got.dtype.kind == "i" and each.got.ndim == 1 and each.want.dtype.kind == "f":
            for name, value in _inputs(each):
                if _fit(each.got, value) and each.restores(value[each.got]):
                    yield name

    name = common(samples, options)
    if name is None:
        return None
    return f"{{it}} hold{{s}} the right indices into `{name}`, and the entries themselves are asked."


def sorted_positions(samples: Sequence[Sample]) -> str | None:
    """Positions after sorting an input, where those before are asked."""

    def options(each: Sample) -> Iterator[str]:
        if each.want.dtype.kind == each.got.dtype.kind == "i" and each.same_shape:
            for name, value in _inputs(each):
                for order in _orders(value):
                    if _fit(each.got, order) and each.restores(order[each.got]):
                        yield name

    name = common(samples, options)
    if name is None:
        return None
    return (
        f"{{it}} count{{s}} places in `{name}` after sorting. Map them back through the result of "
        "`argsort`, so that they index the input as it came."
    )


def inverse_permutation(samples: Sequence[Sample]) -> str | None:
    def holds(each: Sample) -> bool:
        permutation = each.want.ndim == 1 and np.array_equal(np.sort(each.want), np.arange(each.want.size))
        return permutation and each.want.dtype.kind == "i" and each.matches(np.argsort(each.want))

    if not all(map(holds, samples)):
        return None
    return (
        "{it} {is} the inverse of the permutation asked for. The order in which elements come and the "
        "rank that each one has are inverse to each other: `argsort` gives the first, `argsort` of that "
        "the second."
    )


def wrong_selection(samples: Sequence[Sample]) -> str | None:
    """Some of the right indices are missing, or there are others besides; not both."""
    if not all(map(_is_selection, samples)):
        return None
    missing = [not np.isin(each.want, each.got).all() for each in samples]
    added = [not np.isin(each.got, each.want).all() for each in samples]
    if all(missing) and not any(added):
        return (
            "{it} keep{s} too few: nothing wrong is in there, but right ones are missing. Check what you "
            "drop by, and that the loop gets to the end."
        )
    if all(added) and not any(missing):
        return (
            "{it} keep{s} too many: nothing right is missing, but others are there besides. Check what you "
            "drop by, and what is compared with what."
        )
    return None


def _inputs(each: Sample) -> Iterator[tuple[str, Values]]:
    for name, value in each.failure.inputs.items():
        if isinstance(value, np.ndarray) and value.ndim and value.dtype.kind in "bif":
            yield name, value


def _fit(indices: Values, value: Values) -> bool:
    return indices.size > 0 and int(indices.min()) >= 0 and int(indices.max()) < len(value)


def _orders(value: Values) -> Iterator[Values]:
    if value.ndim == 1 and value.dtype.kind in "if":
        yield np.argsort(value, kind="stable")
        yield np.argsort(-value, kind="stable")


def _is_selection(each: Sample) -> bool:
    """Different numbers of distinct integers."""
    flat = each.want.ndim == each.got.ndim == 1 and each.want.dtype.kind == each.got.dtype.kind == "i"
    return flat and not each.same_shape and all(len(np.unique(a)) == a.size for a in (each.want, each.got))
