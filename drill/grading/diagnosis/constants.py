"""Numbers with a name: those that a forgotten or doubled operation leaves behind as a factor or an offset.

They come from the inputs of the case (the sizes of its arrays, its plain numbers) and from mathematics. The
same key stands for the same thing in every case, so "the batch size" is believed only where it fits each
case's own.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations
from typing import Any

import numpy as np

from drill.grading.diagnosis.sample import Sample
from drill.grading.diagnosis.words import joined, number

MOST_AXES = 4  # of an array whose products of sizes are named
BATCHED = frozenset(
    {"x", "X", "inputs", "images", "logits", "features", "pred", "preds", "predictions", "y_pred"}
)


@dataclass(frozen=True, slots=True)
class Named:
    """`words` says what the number is and its value; `advice` what to look at."""

    value: float
    words: str
    advice: str


SUM = "check whether you took the sum where the mean is asked"
MEAN = "check whether you took the mean where the sum is asked"
BESSEL = "check whether the variance is to be divided by N or by N − 1"
ROOT = "check the square root of a size in the scaling"
TWICE = "look for a term counted twice, a missing ½, or the derivative of a square"
HALF = "look for a term counted once that comes twice, a ½ too many, or the derivative of a square"
LOG = "check the base of the logarithm"
ANGLE = "check the factor π, and degrees against radians"
WEIGHTS = "check which weight the old value has and which the new one"
SCALE = "check where values are scaled"

FIXED: Mapping[str, Named] = {
    "2": Named(2, "2", TWICE),
    "1/2": Named(0.5, "½", HALF),
    "4": Named(4, "4", TWICE),
    "1/4": Named(0.25, "¼", HALF),
    "root 2": Named(math.sqrt(2), "√2", "check a square root, and what is below it"),
    "1/root 2": Named(math.sqrt(0.5), "1/√2", "check a square root, and what is below it"),
    "ln 2": Named(math.log(2), "ln 2", LOG),
    "1/ln 2": Named(1 / math.log(2), "1/ln 2", LOG),
    "ln 10": Named(math.log(10), "ln 10", LOG),
    "1/ln 10": Named(1 / math.log(10), "1/ln 10", LOG),
    "pi": Named(math.pi, "π", ANGLE),
    "1/pi": Named(1 / math.pi, "1/π", ANGLE),
    "2 pi": Named(2 * math.pi, "2π", ANGLE),
    "1/2 pi": Named(0.5 / math.pi, "1/(2π)", ANGLE),
    "degrees": Named(180 / math.pi, "180/π", ANGLE),
    "radians": Named(math.pi / 180, "π/180", ANGLE),
    "root 2 pi": Named(math.sqrt(2 * math.pi), "√(2π)", ANGLE),
    "1/root 2 pi": Named(1 / math.sqrt(2 * math.pi), "1/√(2π)", ANGLE),
    "255": Named(255, "255", SCALE),
    "1/255": Named(1 / 255, "1/255", SCALE),
    "100": Named(100, "100", SCALE),
    "1/100": Named(0.01, "1/100", SCALE),
}


# Small sizes less one make so many numbers that one which is the same in every case fits by chance.
CHANCE = ("n/(n-1) ", "(n-1)/n ", "n-1 ", "1/(n-1) ")


def recognised(
    samples: Sequence[Sample],
    values: Sequence[float],
    explains: Callable[[Sample, float], bool] = lambda each, value: False,
) -> Named | None:
    """What the factor of each sample (a size, a plain number, a constant) is in all of them.

    `explains`: it predicts what came back, where the factor is read off rounded values and not exact; that of
    the first sample has to be."""
    keys: set[str] = set()
    for each, value in zip(samples, values, strict=True):
        known = {key: named.value for key, named in names(each).items() if each is samples[0] or key in keys}
        inexact = each is not samples[0]
        keys = {k for k, v in known.items() if _same(v, value, each) or (inexact and explains(each, v))}
    if not keys:
        return None
    varying = _varying(samples, keys)
    fitting = {
        key: named
        for key, named in names(samples[0]).items()
        if key in keys and (key in varying or not key.startswith(CHANCE))
    }
    if not fitting:
        return None
    key, likeliest = next(iter(fitting.items()))
    size = next((named for each, named in fitting.items() if each.startswith(("n ", "1/n "))), None)
    if key in ("2", "1/2") and size is not None:
        also = size.words.split(", ", 1)[1]
        return Named(likeliest.value, f"{likeliest.words} (here also {also})", likeliest.advice)
    return likeliest


def _varying(samples: Sequence[Sample], keys: set[str]) -> set[str]:
    """Those that are not the same number in every case: that a fixed one fits may be chance."""
    values = [names(each) for each in samples]
    return {key for key in keys if len({found[key].value for found in values}) > 1}


def names(each: Sample) -> dict[str, Named]:
    """By key, the likelier first."""
    found: dict[str, Named] = {}
    plain = {key: FIXED[key] for key in ("2", "1/2")}
    for source in (
        plain,
        dict(_sizes(each)),
        dict(_numbers(each)),
        FIXED,
        dict(_weights(each)),
        dict(_pairs(each)),
    ):
        for key, named in source.items():
            found.setdefault(key, named)
    return found


def _same(named: float, value: float, each: Sample) -> bool:
    """A factor read off many values is known better than each of them."""
    return abs(value - named) <= min(each.rtol, 2e-5) * abs(named)


def _sizes(each: Sample) -> Iterator[tuple[str, Named]]:
    lengths = list(_lengths(each.failure.inputs))
    yield from ((f"n {words}", Named(n, f"{n}, {words}", SUM)) for words, n in lengths)
    yield from ((f"1/n {words}", Named(1 / n, f"1/{n}, one over {words}", MEAN)) for words, n in lengths)
    for words, n in lengths:
        yield f"root {words}", Named(math.sqrt(n), f"√{n}, the square root of {words}", ROOT)
        yield f"1/root {words}", Named(n**-0.5, f"1/√{n}, one over the square root of {words}", ROOT)
        if n > 1:
            yield f"n/(n-1) {words}", Named(n / (n - 1), f"{n}/{n - 1}, with {n} {words}", BESSEL)
            yield f"(n-1)/n {words}", Named((n - 1) / n, f"{n - 1}/{n}, with {n} {words}", BESSEL)
            yield f"n-1 {words}", Named(n - 1, f"{n - 1}, one less than {words}", SUM)
            yield f"1/(n-1) {words}", Named(1 / (n - 1), f"1/{n - 1}, one over {words} less one", MEAN)


def _lengths(inputs: Mapping[str, Any]) -> Iterator[tuple[str, int]]:
    """(what it is, how long): of single axes, then of several together."""
    arrays = {
        name: value.shape for name, value in inputs.items() if isinstance(value, np.ndarray) and value.size
    }
    for name, shape in arrays.items():
        for axis, n in enumerate(shape):
            if axis == 0 and name in BATCHED and len(shape) in (2, 4):
                yield "the batch size", n
            elif len(shape) == 1:
                yield f"the length of `{name}`", n
            else:
                yield f"the length of axis {axis} of `{name}`", n
    for name, shape in arrays.items():
        if 2 <= len(shape) <= MOST_AXES:
            yield f"the number of values in `{name}`", math.prod(shape)
            for axis, n in enumerate(shape):
                yield f"the number of values in `{name}` for each index of axis {axis}", math.prod(shape) // n
            for several in range(2, len(shape)):
                for axes in combinations(range(len(shape)), several):
                    together = joined([str(axis) for axis in axes])
                    yield (
                        f"the length of axes {together} of `{name}` together",
                        math.prod(shape[a] for a in axes),
                    )


def _numbers(each: Sample) -> Iterator[tuple[str, Named]]:
    for name, value, said in _parameters(each):
        advice = f"check where {name} comes in"
        yield f"v {name}", Named(value, f"{name}, {number(value)}", advice)
        yield f"1/v {name}", Named(1 / value, f"1/{name} with {said}", advice)
        yield f"v2 {name}", Named(value**2, f"the square of {said}", advice)
        yield f"1/v2 {name}", Named(value**-2, f"one over the square of {said}", advice)
        if value > 0:
            yield f"root {name}", Named(math.sqrt(value), f"the square root of {said}", advice)
            yield f"1/root {name}", Named(value**-0.5, f"one over the square root of {said}", advice)


def _weights(each: Sample) -> Iterator[tuple[str, Named]]:
    """Of an average of old and new."""
    for name, value, said in _parameters(each):
        if 0 < value < 1:
            rest = f"1 − {name}"
            yield f"1-v {name}", Named(1 - value, f"{rest} with {said}", WEIGHTS)
            yield f"1/(1-v) {name}", Named(1 / (1 - value), f"1/({rest}) with {said}", WEIGHTS)
            which = f"check whether {name} or {rest} is meant"
            yield f"v/(1-v) {name}", Named(value / (1 - value), f"{name}/({rest}) with {said}", which)
            yield f"(1-v)/v {name}", Named((1 - value) / value, f"({rest})/{name} with {said}", which)


def _pairs(each: Sample) -> Iterator[tuple[str, Named]]:
    """The weight of one average in place of another's."""
    shares = {name: value for name, value in plain_numbers(each.failure.inputs) if 0 <= value < 1}
    for (name, value), (other, instead) in permutations(shares.items(), 2):
        which = f"check which of {name} and {other} is meant"
        words = f"(1 − {name})/(1 − {other})"
        yield f"(1-v)/(1-v) {name} {other}", Named((1 - value) / (1 - instead), words, which)


def _parameters(each: Sample) -> Iterator[tuple[str, float, str]]:
    """(name, value, "name = value") of the plain numbers that can matter as a factor."""
    for name, value in plain_numbers(each.failure.inputs):
        if value not in (0, 1) and 1e-150 < abs(value) < 1e150:
            yield name, value, f"{name} = {number(value)}"


def plain_numbers(inputs: Mapping[str, Any]) -> Iterator[tuple[str, float]]:
    """("`lr`", 0.001): the plain numbers among the inputs, also within dictionaries."""
    for name, value in inputs.items():
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            yield f"`{name}`", value
        elif isinstance(value, Mapping):
            yield from plain_numbers(value)
