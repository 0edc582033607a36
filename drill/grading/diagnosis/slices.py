"""Patterns: right but for a factor or an offset in each row, column or channel: a statistic that is off.

Functions as in `order`. Every slice gives away one number, or two, so only what is left of its length counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from math import prod
from typing import NamedTuple

import numpy as np

from drill.grading.diagnosis.sample import Sample, Values

ENOUGH = 24.0  # bits beyond the fitted numbers
LEAST_DISTINCT = 3  # values that came back

Fit = Callable[[Values, Values, tuple[int, ...]], Values]


class Slices(NamedTuple):
    """How an array is cut: along one axis, or into one slice for each index of one axis."""

    along: bool
    axis: int

    def axes(self, ndim: int) -> tuple[int, ...]:
        """The axes within a slice; none when the array has no such slices."""
        if self.axis >= ndim:
            return ()
        return (self.axis,) if self.along else tuple(axis for axis in range(ndim) if axis != self.axis)

    def __str__(self) -> str:
        return f"the same along axis {self.axis}" if self.along else f"one for each index of axis {self.axis}"


def factor(samples: Sequence[Sample]) -> str | None:
    slices = _fitting(samples, _factor, 1)
    if slices is None:
        return None
    return (
        f"{{it}} {{is}} right but for a factor, {slices}. Check what you divide or multiply by: a "
        "statistic, a weight or a normalisation, and the axis it is taken over."
    )


def offset(samples: Sequence[Sample]) -> str | None:
    slices = _fitting(samples, _offset, 1)
    if slices is None:
        return None
    return (
        f"{{it}} {{is}} right but for an offset, {slices}. Check what you add or take away: a bias or a "
        "mean, and the axis it is taken over."
    )


def factor_and_offset(samples: Sequence[Sample]) -> str | None:
    slices = _fitting(samples, _factor_and_offset, 2)
    if slices is None:
        return None
    return (
        f"{{it}} {{is}} right but for a factor and an offset, {slices}. Check what it is "
        "multiplied by and what is added: a scale and a bias, or the statistics of a normalisation and the "
        "axes they are taken over."
    )


def _fitting(samples: Sequence[Sample], fit: Fit, fitted: int) -> Slices | None:
    """The cut that leaves most evidence, which is the coarsest one that fits."""

    def spare(slices: Slices) -> float:
        lengths = [prod(each.want.shape[a] for a in slices.axes(each.want.ndim)) for each in samples]
        return sum(
            (each.bits * max(0, n - fitted) / n for each, n in zip(samples, lengths, strict=True)), start=0.0
        )

    fitting = [cut for cut in _cuts(samples[0]) if all(_fits(each, cut, fit) for each in samples)]
    best = max(fitting, key=spare, default=None)
    return best if best is not None and spare(best) >= ENOUGH else None


def _cuts(each: Sample) -> Iterator[Slices]:
    for along in (True, False):
        yield from (Slices(along, axis) for axis in range(each.want.ndim))


def _fits(each: Sample, slices: Slices, fit: Fit) -> bool:
    axes = slices.axes(each.want.ndim)
    if not each.same_shape or each.want.dtype.kind != "f" or not axes or not np.isfinite(each.got).all():
        return False
    if np.unique(each.got).size < LEAST_DISTINCT:  # a constant fits every line
        return False
    return each.matches(fit(each.want.astype(np.float64), each.got.astype(np.float64), axes))


def _factor(want: Values, got: Values, axes: tuple[int, ...]) -> Values:
    factors = _quotient(
        (want * got).sum(axis=axes, keepdims=True), (want * want).sum(axis=axes, keepdims=True)
    )
    return want * factors if factors.all() else np.full_like(want, np.nan)


def _offset(want: Values, got: Values, axes: tuple[int, ...]) -> Values:
    return np.asarray(want + np.median(got - want, axis=axes, keepdims=True))


def _factor_and_offset(want: Values, got: Values, axes: tuple[int, ...]) -> Values:
    centre, target = (array.mean(axis=axes, keepdims=True) for array in (want, got))
    away = want - centre
    slopes = _quotient(
        (away * (got - target)).sum(axis=axes, keepdims=True), (away * away).sum(axis=axes, keepdims=True)
    )
    return np.asarray(target + slopes * away)


def _quotient(top: Values, bottom: Values) -> Values:
    """1 where there is nothing to divide by."""
    return np.divide(top, bottom, out=np.ones_like(bottom), where=bottom > 0)
