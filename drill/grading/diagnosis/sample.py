"""The evidence: one output of one failing case, as arrays, and how much agreement with it would prove.

A rule ("got is the transpose of expected") is believed when it predicts every value that came back, in
every failing case. Agreement alone proves little where there is little to agree on: -1 for 1 is negated,
but also two too small. So each sample says how many *bits* it is worth, which is minus the logarithm of the
chance that a rule picked without looking would hit all of its wrong values, and each pattern says how many
it needs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from drill.bank.schema import Case
from drill.grading.outcome import Difference, Expected, Failure
from drill.grading.values import as_array

Values = NDArray[Any]
Option = TypeVar("Option")
NUMBERS = "biufc"  # the dtype kinds that can be compared
MOST_BITS = 20.0  # what one value can prove; also keeps an exact 0 from proving everything
SHOWS_IN = 4  # a slip at the very output shows in one case of so many at least
LOOKED_AT = 2000  # wrong values that are weighed; more cannot change a decision


@dataclass(frozen=True, eq=False)
class Sample:
    """An output that differs. `want` and `got` are numeric arrays, of different shapes perhaps."""

    failure: Failure
    difference: Difference
    expected: Expected
    want: Values
    got: Values

    @property
    def output(self) -> str:
        return self.expected.name

    @property
    def case(self) -> str:
        return self.failure.case.name

    @property
    def same_shape(self) -> bool:
        return self.got.shape == self.want.shape

    @cached_property
    def rtol(self) -> float:
        """The case's relative tolerance, or what the dtype that came back can hold if that is coarser."""
        if self.exact:
            return 0.0
        coarsest = {"float16": 1e-2, "float32": 1e-4, "complex64": 1e-4}.get(self.got.dtype.name, 1e-9)
        return max(self.expected.rtol, coarsest)

    @property
    def exact(self) -> bool:
        return self.want.dtype.kind in "biu" and self.got.dtype.kind in "biu"

    @cached_property
    def one_off(self) -> bool:
        """Integers next to the right ones, which related sizes often are."""
        return (
            self.exact and self.same_shape and bool((np.abs(self.got - self.want.astype(float)) <= 1).all())
        )

    def near(self, left: Values, right: Values) -> NDArray[np.bool_]:
        """Elementwise, within the tolerance the case would have if `right` were what is expected."""
        with np.errstate(all="ignore"):
            if self.exact and left.dtype.kind in "biu" and right.dtype.kind in "biu":
                return np.asarray(left == right)
            same = (left == right) | (np.isnan(left) & np.isnan(right))
            close = np.abs(left - right) <= self._allowed(right)
            return np.asarray(same | (close & np.isfinite(right)))  # all that is finite is inf from inf

    def matches(self, candidate: Values) -> bool:
        """What came back is `candidate`, a function of what is expected."""
        return self.got.shape == candidate.shape and bool(self.near(self.got, candidate).all())

    def restores(self, candidate: Values) -> bool:
        """`candidate`, a function of what came back, is what is expected."""
        return self.want.shape == candidate.shape and bool(self.near(candidate, self.want).all())

    def matches_in_some_order(self) -> bool:
        return self.got.size == self.want.size and bool(
            self.near(np.sort(self.got, axis=None), np.sort(self.want, axis=None)).all()
        )

    @cached_property
    def wrong(self) -> NDArray[np.bool_]:
        """Which elements are wrong; all of them where the shape is."""
        if not self.same_shape:
            return np.ones(self.got.shape, bool)
        return np.asarray(~self.near(self.got, self.want))

    @cached_property
    def bits(self) -> float:
        return float(self.weights.sum())

    @cached_property
    def weights(self) -> Values:
        """Bits of each distinct wrong value."""
        got = self.got[self.wrong][:LOOKED_AT]
        if got.dtype.kind == "b":
            return np.ones(got.size)
        if not self.same_shape:
            return np.full(len(np.unique(got)), 8.0 if self.exact else min(MOST_BITS, -np.log2(self.rtol)))
        want = self.want[self.wrong][:LOOKED_AT]
        if self.exact:
            return np.minimum(8.0, np.log2(1.0 + np.maximum(np.abs(want), np.abs(got))))
        pairs = np.unique(np.stack([want, got]).astype(complex), axis=1)
        with np.errstate(all="ignore"):
            misses = np.abs(pairs[1] - pairs[0]) / self._allowed(pairs[0])
        misses = np.nan_to_num(misses, nan=np.inf, posinf=np.inf)
        weights = np.minimum(MOST_BITS, np.log2(1.0 + misses))
        return np.where(np.isfinite(pairs).all(axis=0), weights, 1.0)  # many a rule ends in NaN or infinity

    def _allowed(self, right: Values) -> Values:
        return np.asarray(self.rtol * np.abs(right) + self._atol(right))

    def _atol(self, right: Values) -> float:
        """The case's atol, scaled as `right` is to what is expected."""
        usual = largest(self.want)
        if usual == 0.0 or self.exact:
            return max(self.expected.atol, self.rtol * largest(right))
        coarser = self.rtol / self.expected.rtol if self.expected.rtol else 1.0
        return self.expected.atol * max(coarser, 1.0) * largest(right) / usual


def sample(failure: Failure, difference: Difference) -> Sample | None:
    """None where there are no two arrays of numbers to set side by side."""
    expected = failure.expected.get(difference.output)
    if expected is None or difference.output not in failure.got:
        return None
    want, got = np.asarray(expected.value), as_array(failure.got[difference.output])
    if got is None or want.dtype.kind not in NUMBERS or got.dtype.kind not in NUMBERS:
        return None
    if got.dtype.kind == "c" != want.dtype.kind:
        return None
    return Sample(failure, difference, expected, want, got)


def largest(array: Values) -> float:
    """The largest finite magnitude; 0 for none."""
    magnitudes = np.abs(array.astype(float) if array.dtype.kind in "bui" else array)
    return float(magnitudes[np.isfinite(magnitudes)].max(initial=0.0))


def shows_often(samples: Sequence[Sample], passed: Sequence[Case]) -> bool:
    """Enough cases fail so for a slip that hardly any case with an answer could miss."""
    return SHOWS_IN * len(samples) >= sum(case.raises is None for case in passed)


def bits(samples: Iterable[Sample]) -> float:
    return sum(each.bits for each in samples)


def spare_bits(samples: Sequence[Sample], fitted: int = 1) -> float:
    """What is left of the evidence after `fitted` numbers of a rule have been read off each sample."""
    return sum(float(np.sort(each.weights)[: max(0, each.weights.size - fitted)].sum()) for each in samples)


def common(
    samples: Sequence[Sample],
    options: Callable[[Sample], Iterable[Option]],
    holds: Callable[[Sample, Option], bool] | None = None,
) -> Option | None:
    """The first option that holds for every sample; without `holds`, that every sample has."""
    if holds is not None:
        return next((o for o in options(samples[0]) if all(holds(each, o) for each in samples)), None)
    left = list(options(samples[0]))
    for each in samples[1:]:
        if left:
            theirs = set(options(each))
            left = [option for option in left if option in theirs]
    return left[0] if left else None
