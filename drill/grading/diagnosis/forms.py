"""What is wrong with an output besides its values: nothing returned, a list, the wrong framework or dtype.

These are facts about one output of one case, not rules that must fit many: each is told wherever it holds.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from drill.grading.diagnosis.sample import Sample, sample
from drill.grading.diagnosis.words import label, sentence
from drill.grading.outcome import Difference, Failure
from drill.grading.values import describe, leaves
from drill.runner.wire import Array, Opaque

LIBRARIES = {"numpy": "NumPy", "torch": "torch"}
FRAMEWORKS = {"numpy": "NumPy array", "torch": "torch tensor"}


class Fact(NamedTuple):
    name: str
    says: str  # a template for `words.about`
    cause: str = ""  # what tells facts of one name apart; `says` unless it is given


def form(failure: Failure, difference: Difference) -> Fact | None:
    """None when the form is right, or wrong in a way that the values may explain better (a shape)."""
    if not difference.output:  # what a problem's own check says
        return None
    if difference.kind in ("value", "shape") and difference.output in failure.expected:
        return None
    if difference.output not in failure.got:
        return Fact("missing output", f"{_told(difference)} Check what you return.")
    got = failure.got[difference.output]
    if got is None:
        return Fact("None returned", "{it} {is} None: check that every way through it ends in a `return`.")
    if isinstance(got, Opaque):
        return _object(got)
    if difference.output not in failure.expected:
        return Fact(
            "other structure",
            f"{_told(difference)} Check what your function returns, and in which order.",
        )
    if difference.kind == "dtype":
        each = sample(failure, difference)
        return wrong_dtype(each) if each is not None and not each.wrong.any() else None
    return _type(failure, difference, got)


def _object(got: Opaque) -> Fact:
    return Fact(
        "object returned",
        f"{{it}} {{is}} a {got.type_name}, and a plain array is asked: neither a subclass of one nor an "
        "object that stands for one.",
    )


def _type(failure: Failure, difference: Difference, got: object) -> Fact | None:
    expected = failure.expected[difference.output]
    if expected.dtype == "":
        wanted = type(expected.value).__name__
        if isinstance(got, Array) and got.data.shape == ():
            return Fact(
                "array scalar",
                f"{{it}} {{is}} {got.data.dtype.name} of {LIBRARIES[got.framework]} where a Python "
                f"{wanted} is asked: convert with `{wanted}(...)`.",
            )
        return Fact("wrong type", f"{{it}} {{is}} {describe(got)} where a Python {wanted} is asked.")
    if isinstance(got, Array):
        asked = "torch" if got.framework == "numpy" else "numpy"
        return Fact(
            "other framework",
            f"{{it}} {{is}} a {FRAMEWORKS[got.framework]} where a {FRAMEWORKS[asked]} is asked.",
        )
    if isinstance(got, tuple):
        says = f"{{it}} {{is}} {describe(got)} where one array is asked. Return that alone."
        return Fact("several values for one", says)
    if isinstance(got, list):
        right = "with the right values" if _right(failure, difference) else "and its values are wrong too"
        return Fact("list for an array", f"{{it}} {{is}} a list, {right}: an array is asked.")
    return Fact("wrong type", f"{{it}} {{is}} {describe(got)} where an array is asked.")


def wrong_dtype(each: Sample) -> Fact:
    """Of values that are right; or of wrong ones that nothing else explains."""
    if each.got.dtype.kind == "b":
        asked = each.expected.dtype
        says = f"{{it}} {{is}} true or false where {asked} is asked: return the numbers themselves."
        return Fact("wrong dtype", says, cause="bool")
    floating = each.got.dtype.kind == "f"
    values = "no values, as it should be" if not each.got.size and floating else "the right values"
    if each.wrong.any():
        values = "wrong values"
    link = "and" if each.wrong.any() else "but"
    return Fact(
        "wrong dtype",
        f"{{it}} {{has}} {values}, {link} {{is}} {each.got.dtype.name} where {each.expected.dtype} is asked. "
        f"{_dtype_advice(each.got, each.expected.dtype, each.failure)}",
        cause=f"{link} {each.got.dtype.name} for {each.expected.dtype}",
    )


def _integer_input(failure: Failure) -> bool:
    """Arrays come in, and none of them is floating."""
    kinds = [value.dtype.kind for value in failure.inputs.values() if isinstance(value, np.ndarray)]
    return bool(kinds) and "f" not in kinds


def _dtype_advice(got: NDArray[Any], asked: str, failure: Failure) -> str:
    kind, wanted = got.dtype, np.dtype(asked)
    if not got.size and wanted.kind == "i" and kind.kind == "f":
        return "An empty array is floating unless it is given a dtype."
    if wanted.kind == "i":
        return "Indices and counts are integers." if kind.kind == "f" else f"Convert it to {asked}."
    if kind.kind == wanted.kind == "f" and _integer_input(failure):
        return "For integer input, give it the default floating dtype."
    if kind.kind == wanted.kind == "f" and kind.itemsize > wanted.itemsize:
        return (
            "A float64 comes in somewhere, by a cast, `np.zeros(n)` or `np.sqrt` of a plain number: use the "
            "input's dtype."
        )
    if kind.kind == wanted.kind == "f":
        return "Digits are lost in a cast, or in a new array of the default dtype: give it the input's dtype."
    return "Give the result the dtype that the statement asks for."


def _right(failure: Failure, difference: Difference) -> bool:
    """Beside what holds them; nothing at all is right where nothing is expected."""
    each = sample(failure, difference)
    if each is None:
        nothing = not any(leaves(failure.got[difference.output]))
        return nothing and not np.size(failure.expected[difference.output].value)
    return not each.got.size + each.want.size or (each.same_shape and not each.wrong.any())


def _told(difference: Difference) -> str:
    """Its message, with the output's name as names are written."""
    rest = difference.message.removeprefix(difference.output)
    named = rest != difference.message and difference.output
    text = sentence(f"{label(difference.output)}{rest}" if named else difference.message)
    return text if text.endswith(".") else text + "."
