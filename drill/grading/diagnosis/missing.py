"""Patterns: a factor or a term, known from the inputs or another output, is missing or too many.

Functions as in `order`. This is where a gradient that is right but for one factor is caught.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from drill.grading.diagnosis.constants import Named, recognised
from drill.grading.diagnosis.sample import Sample, Values, common, spare_bits
from drill.grading.diagnosis.words import joined, ratio

ENOUGH = 20.0  # bits beyond the fitted numbers
MOST_VALUES = 200_000  # beyond it a search through every input takes too long


class Derived(NamedTuple):
    words: str  # with the input's name for "{v}"
    of: Callable[[Values], Values]


def _sigmoid(v: Values) -> Values:
    return np.asarray(1 / (1 + np.exp(-v)))


FACTORS = (
    Derived("{v}", lambda v: v),
    Derived("the square of {v}", np.square),
    Derived("the square root of {v}", np.sqrt),
    Derived("1 − {v}", lambda v: 1 - v),
    Derived("1 − {v}²", lambda v: 1 - v * v),
    Derived("{v} (1 − {v})", lambda v: v * (1 - v)),
    Derived("the exponential of {v}", np.exp),
    Derived("the derivative of tanh at {v}", lambda v: 1 - np.tanh(v) ** 2),
    Derived("the derivative of the sigmoid at {v}", lambda v: _sigmoid(v) * (1 - _sigmoid(v))),
    Derived(
        "the derivative of ReLU at {v} (1 where it is positive, else 0)", lambda v: (v > 0).astype(float)
    ),
    Derived("the sign of {v}", np.sign),
)
TERMS = (Derived("{v}", lambda v: v), Derived("the square of {v}", np.square))


class Option(NamedTuple):
    """One quantity that may be missing: a derived value of `name`, laid along `axis` (None: as it stands)."""

    name: str
    axis: int | None
    derived: Derived


def factor(samples: Sequence[Sample]) -> str | None:
    samples = _telling_first(samples)
    missing = common(samples, lambda each: _options(each, FACTORS), _is_missing_factor)
    output = samples[0].output
    if missing is not None:
        return f"{{it}} {{is}} right but for a missing factor: multiply by {_words(missing, output)}."
    extra = common(samples, lambda each: _options(each, FACTORS), _is_extra_factor)
    if extra is not None:
        return f"{{it}} {{has}} the factor {_words(extra, output)} too many, and would be right without it."
    return None


def term(samples: Sequence[Sample]) -> str | None:
    """got = want + c * v, with c the same (or known) in every case."""
    samples = _telling_first(samples)
    found = common(
        samples, lambda each: _options(each, TERMS), lambda each, o: _coefficient(each, o) is not None
    )
    if found is None or spare_bits(samples) < ENOUGH:
        return None
    values = [c for c in (_coefficient(each, found) for each in samples) if c is not None]
    v = _words(found, samples[0].output)
    if _is_multiple(samples, found, -1.0):
        return f"{{it}} lack{{s}} the term {v}: add it, and {{it}} {{is}} right."
    if _is_multiple(samples, found, 1.0):
        return f"{{it}} {{has}} the term {v} too many; without it, {{it}} {{is}} right."
    named = recognised(samples, [abs(value) for value in values])
    if named is None and not _is_multiple(samples, found, values[0]):
        return (
            f"{{it}} {{is}} off by a multiple of {v}, another one in each case: look for a term of that kind."
        )
    return _term_says(v, values[0], named)


def step(samples: Sequence[Sample]) -> str | None:
    """The change from an input is off by a factor: got - v = k (want - v)."""
    samples = _telling_first(samples)
    name = common(samples, _starts, lambda each, start: _stride(each, start) is not None)
    if name is None or spare_bits(samples) < ENOUGH:
        return None
    strides = [k for k in (_stride(each, name) for each in samples) if k is not None]
    if all(_close(k, -1) for k in strides):
        return (
            f"{{it}} move{{s}} from {_old(samples, name)} as far as asked, but in the opposite direction: "
            "check the sign."
        )
    if min(strides) < 0 < max(strides):
        return None
    sign, way = (1, "right") if strides[0] > 0 else (-1, "opposite")
    sizes = [abs(k) for k in strides]
    named = recognised(samples, sizes, lambda each, size: _is_stride(each, name, sign * size))
    far = f"exactly {named.words}" if named else ratio(sizes[0])
    if named is None and not all(_close(k, sizes[0]) for k in sizes):
        far = f"{joined(list(dict.fromkeys(map(ratio, sizes)))[:3])}, case by case,"
    advice = named.advice if named else "check the size of the step, or the weights of old and new"
    return (
        f"{{it}} move{{s}} from {_old(samples, name)} in the {way} direction, {far} times as far: {advice}."
    )


def _old(samples: Sequence[Sample], name: str) -> str:
    """Where a step starts; outputs are often called as what they replace."""
    return "{its} old value" if name == samples[0].output else f"`{name}`"


def _telling_first(samples: Sequence[Sample]) -> list[Sample]:
    """Options are drawn from the sample that can tell most of them apart."""
    return sorted(samples, key=lambda each: -each.bits)


def _term_says(v: str, value: float, named: Named | None) -> str:
    times = named.words if named is not None else ratio(abs(value))
    way = "more" if value > 0 else "less"
    return f"{{it}} {{is}} {way} than right by {v} times exactly {times}: look for a term of that kind."


def _close(value: float, other: float) -> bool:
    return abs(value - other) <= 1e-4 * abs(other)


def _words(option: Option, output: str) -> str:
    """Outputs are often called as what they replace."""
    old = "the old " if option.name == output else ""
    return option.derived.words.replace("{v}", f"{old}`{option.name}`")


def _options(each: Sample, derived: Sequence[Derived]) -> Iterator[Option]:
    if not each.same_shape or each.want.dtype.kind != "f" or each.want.size > MOST_VALUES:
        return
    for one in derived:
        for name, value in _candidates(each).items():
            if np.ptp(one.of(value)) > 0:
                yield from (Option(name, axis, one) for axis in _alignments(value.shape, each.want.shape))


def _candidates(each: Sample) -> dict[str, Values]:
    """The arrays of floats among the inputs, then the other expected outputs."""
    outputs = {name: e.value for name, e in each.failure.expected.items() if name != each.output}
    both = {**outputs, **each.failure.inputs}
    return {
        name: value.astype(np.float64)
        for name, value in both.items()
        if isinstance(value, np.ndarray) and value.ndim and value.size and value.dtype.kind in "fib"
    }


def _alignments(shape: tuple[int, ...], target: tuple[int, ...]) -> Iterator[int | None]:
    if shape == target:
        yield None
    elif len(shape) == 1 and len(target) > 1:
        yield from (axis for axis, n in enumerate(target) if n == shape[0])


def _value(each: Sample, option: Option) -> Values | None:
    """The derived quantity, in the output's number of axes; None where this case does not have it."""
    value = _candidates(each).get(option.name)
    if value is None or option.axis not in set(_alignments(value.shape, each.want.shape)):
        return None
    derived = option.derived.of(value)
    if not np.isfinite(derived).all():
        return None
    if option.axis is None:
        return derived
    return derived.reshape([-1 if axis == option.axis else 1 for axis in range(each.want.ndim)])


def _is_missing_factor(each: Sample, option: Option) -> bool:
    value = _value(each, option)
    return value is not None and each.restores(each.got * value) and _tells(each, value)


def _is_extra_factor(each: Sample, option: Option) -> bool:
    value = _value(each, option)
    return value is not None and each.matches(each.want * value) and _tells(each, value)


def _tells(each: Sample, value: Values) -> bool:
    """Not only zeros that agree whatever they are multiplied with."""
    there = np.broadcast_to(value != 0, each.want.shape)
    return bool((there & (each.want != 0)).sum() > 2)


def _coefficient(each: Sample, option: Option) -> float | None:
    """c with got = want + c * value; None where there is none."""
    value = _value(each, option)
    if value is None:
        return None
    value = np.broadcast_to(value, each.want.shape)
    rest = each.got - each.want
    c = float((value * rest).sum() / (value * value).sum())
    if not np.isfinite(c) or abs(c) < 1e-9:
        return None
    return c if each.matches(each.want + c * value) else None


def _is_multiple(samples: Sequence[Sample], option: Option, c: float) -> bool:
    """got = want + c * value in every case: a coefficient that is read off rounded values is not exact."""
    values = [(each, _value(each, option)) for each in samples]
    return all(value is not None and each.matches(each.want + c * value) for each, value in values)


def _starts(each: Sample) -> list[str]:
    return [name for name, value in _candidates(each).items() if value.shape == each.want.shape]


def _stride(each: Sample, name: str) -> float | None:
    """k with got - v = k (want - v), neither 0 nor 1."""
    start = each.failure.inputs.get(name)
    if not isinstance(start, np.ndarray) or start.shape != each.want.shape or not each.same_shape:
        return None
    asked, taken = each.want - start, each.got - start
    k = float((asked * taken).sum() / (asked * asked).sum())
    return k if k != 0.0 and np.isfinite(k) and each.matches(start + k * asked) else None


def _is_stride(each: Sample, name: str, k: float) -> bool:
    start = each.failure.inputs[name]
    return each.matches(start + k * (each.want - start))
