"""Patterns that take several outputs, or a whole case, to see."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from drill.bank.schema import Case
from drill.grading.diagnosis.sample import Sample, Values, bits, shows_often
from drill.grading.diagnosis.words import joined, label

ENOUGH = 12.0  # bits


class Found(NamedTuple):
    """`says` is a template for `words.about(outputs, ...)`."""

    name: str
    outputs: tuple[str, ...]
    says: str


def exchanged(samples: dict[str, list[Sample]], passed: Sequence[Case]) -> list[Found]:
    """Outputs that hold what another output, or an input, should be."""
    holds = {output: other for output, wrong in samples.items() if (other := _held(wrong)) is not None}
    found: list[Found] = []
    instead: dict[str, str] = {}
    for output, other in holds.items():
        swapped = holds.get(other) == output
        evidence = bits(samples[output]) + (bits(samples[other]) if swapped else 0.0)
        if evidence < ENOUGH or all(each.one_off for each in samples[output]):
            continue
        if swapped:
            if not any(output in each.outputs for each in found):
                says = (
                    f"{label(output)} and {label(other)} are swapped: each holds what the other should. "
                    "Check the order in which you return them."
                )
                found.append(Found("swapped", (output, other), says))
        elif shows_often(samples[output], passed):
            instead[output] = other
    if instead:
        found.append(Found("another output", tuple(instead), _instead(instead)))
    taken = {output for each in found for output in each.outputs}
    return found + [
        each for output, wrong in samples.items() if output not in taken for each in _unchanged(wrong)
    ]


def _instead(holds: Mapping[str, str]) -> str:
    """`holds`: output -> what it holds."""
    each = [f"{label(output)} holds what {label(other)} should be" for output, other in holds.items()]
    return f"{joined(each)}. Check which variable you return there."


def another_output(samples: Sequence[Sample]) -> str | None:
    """As in `exchanged`, of one output alone."""
    other = _held(samples)
    return None if other is None else _instead({samples[0].output: other})


def _held(samples: Sequence[Sample]) -> str | None:
    """The one other output whose right values came back under this name in every case."""
    for other in samples[0].failure.expected:
        if other != samples[0].output and all(_is_other(each, other) for each in samples):
            return other
    return None


def _is_other(each: Sample, other: str) -> bool:
    expected = each.failure.expected.get(other)
    if expected is None:
        return False
    value = np.asarray(expected.value)
    return value.dtype.kind in "biufc" and each.matches(value)


def _unchanged(samples: Sequence[Sample]) -> list[Found]:
    """Outputs are often called as the input they replace."""
    if bits(samples) < ENOUGH:
        return []
    output = samples[0].output
    for name in sorted(samples[0].failure.inputs, key=lambda name: name != output):
        if all(_is_input(each, name) for each in samples) and any(_varies(each.got) for each in samples):
            which = "unchanged from the input" if name == output else f"`{name}` as it came in"
            says = f"{{it}} {{is}} {which}. Check that your result ends up in what you return."
            return [Found("input returned", (output,), says)]
    return []


def _is_input(each: Sample, name: str) -> bool:
    value = each.failure.inputs.get(name)
    return isinstance(value, np.ndarray) and value.dtype.kind in "biufc" and each.matches(value)


def _varies(array: Values) -> bool:
    """Zeros are soon the same as others."""
    return array.size > 1 and bool((array != array.flat[0]).any())


def same_answer(samples: Sequence[Sample]) -> str | None:
    """The same array for cases whose inputs and right answers differ: something is kept between calls."""
    first = samples[0]
    if len(samples) < 2 or first.got.size < 3 or len(np.unique(first.got)) < 3:
        return None
    if not all(np.array_equal(each.got, first.got) for each in samples[1:]):
        return None
    if all(
        each.want.shape == first.want.shape and each.near(each.want, first.want).all() for each in samples[1:]
    ):
        return None
    return (
        "{it} {is} the same for every case that fails, though the inputs differ. Check what your code "
        "keeps between calls: a global, a default argument that is changed, a cache."
    )


def only_float64(samples: Sequence[Sample], passed: Sequence[Case], failed: Sequence[Case]) -> str | None:
    """Close in float32 and right in float64: digits get lost on the way."""
    if not any(case.dtype == "float64" for case in passed) or any(case.dtype == "float64" for case in failed):
        return None
    if any(each.failure.case.dtype != "float32" or not _close(each) for each in samples):
        return None
    return (
        "{it} {is} right in float64 and loses digits in float32. Look for two large numbers of which only "
        "the difference matters, such as E[x²] − E[x]², or a small number added to a large one."
    )


def _close(each: Sample) -> bool:
    """The right order of magnitude: an error of precision, not of kind."""
    if not each.same_shape or each.want.dtype.kind != "f" or not np.isfinite(each.got).all():
        return False
    scale = float(np.abs(each.want).max(initial=0.0))
    return float(np.abs(each.got - each.want).max(initial=0.0)) <= 0.1 * scale


def only_strided(samples: Sequence[Sample], passed: Sequence[Case], failed: Sequence[Case]) -> str | None:
    if not any(case.layout == "contiguous" for case in passed):
        return None
    if any(case.layout == "contiguous" for case in [*failed, *(each.failure.case for each in samples)]):
        return None
    return (
        "{it} {is} wrong only where the inputs do not lie in memory in one piece, as after a transpose or "
        "a slice. Check what relies on that order: strides, flat indices, `view` or `reshape` of a view."
    )
