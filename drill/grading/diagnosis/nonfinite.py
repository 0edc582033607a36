"""Patterns: NaN or infinity where a number is asked, with the place and, where the case shows it, the cause.

NumPy says itself which operation broke and in which line; else the inputs at that place may show it. What
neither shows is left open, and the sentence then lists what can be behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from drill.grading.diagnosis.places import region
from drill.grading.diagnosis.sample import Sample, Values
from drill.grading.diagnosis.words import number

Mask = NDArray[np.bool_]
WARNING = re.compile(
    r"^(.*):(\d+): RuntimeWarning: (divide by zero|overflow|invalid value) encountered in (?:scalar )?(\w+)",
    re.MULTILINE,
)
LIBRARY = re.compile(r"site-packages|/numpy/")
EXP_LIMIT = {"float32": 88.0, "float64": 709.0}
CAUSES = {
    "divide by zero": {"log": "takes the logarithm of 0", "": "divides by 0"},
    "overflow": {"exp": "takes `exp` of a number too large for it", "": "gets too large for the dtype"},
    "invalid value": {
        "divide": "divides 0 by 0 (or infinity by infinity)",
        "sqrt": "takes the square root of a negative number",
        "log": "takes the logarithm of a negative number",
        "subtract": "takes infinity from infinity",
        "multiply": "multiplies 0 by infinity",
        "": "computes something undefined",
    },
}


class Broken(NamedTuple):
    """`cause` names the kind: "NaN", "0/0", "overflow in exp"; `says` is a template for `words.about`, in
    which "{place}" stands for `place`."""

    cause: str
    says: str
    place: str = ""
    line: int | None = None


def broken(each: Sample) -> Broken | None:
    """None unless NaN or infinity came back where a finite number is asked."""
    if not each.same_shape or each.got.dtype.kind not in "fc":
        return None
    bad = ~np.isfinite(each.got) & np.isfinite(each.want)
    if not bad.any():
        return None
    what = _what(each.got[bad])
    place = (
        f" {region(bad) or f'at {_first(bad)}, {int(bad.sum())} of {bad.size} values'}" if bad.ndim else ""
    )
    cause = _warned(each) or _at_place(each, bad)
    if cause is None:
        # `exp` overflows upwards: it does not make minus infinity by itself
        said = (_large(each) if what != "minus infinite" else "") or POSSIBLE[what]
        return Broken(what, f"{{it}} {{is}} {what}{{place}}. {said}", place)
    return Broken(cause.cause, f"{{it}} {{is}} {what}{{place}}: {cause.says}", place, cause.line)


POSSIBLE = {
    "NaN": "That comes of 0/0, of 0 · ∞, of ∞ − ∞, or of the root or logarithm of a negative number.",
    "infinite": "That comes of a division by 0, or of `exp` of a large number.",
    "minus infinite": "That comes of the logarithm of 0, or of a negative number divided by 0.",
}


def _what(values: Values) -> str:
    if np.isnan(values).any():
        return "NaN"
    return "minus infinite" if np.isneginf(values.real).all() else "infinite"


def _first(mask: Mask) -> str:
    return f"[{', '.join(str(int(i)) for i in np.argwhere(mask)[0])}]"


def _warned(each: Sample) -> Broken | None:
    """NumPy's first warning: what broke first is what made the rest."""
    call = each.failure.call
    found = WARNING.search(call.stdout) if call is not None else None
    if found is None:
        return None
    file, kind, operation = found[1], found[3], found[4].removeprefix("true_")
    line = None if LIBRARY.search(file) else int(found[2])
    subject = f"line {line}" if line else "a NumPy function you call"
    return Broken(
        f"{kind} in {operation}", f"{subject} {CAUSES[kind].get(operation, CAUSES[kind][''])}.", line=line
    )


def _large(each: Sample) -> str:
    """What a large input would explain, if it goes through `exp`."""
    limit = EXP_LIMIT[each.failure.case.dtype]
    reach = {name: float(np.abs(value).max(initial=0.0)) for name, value in _floats(each)}
    name = max(reach, key=lambda name: reach[name], default="")
    if not name or reach[name] <= limit:
        return ""
    return (
        f"Here `{name}` reaches {number(reach[name])}, and `exp` of more than {number(limit)} is "
        f"infinite in {each.failure.case.dtype}: where it goes through `exp`, take the largest value off "
        "first, or use a form whose `exp` only sees negative numbers."
    )


def _at_place(each: Sample, bad: Mask) -> Broken | None:
    """An input that is itself NaN or infinite wherever the output is broken; or one that is special exactly
    there, and nowhere else."""
    for name, value in _floats(each):
        if value.shape == bad.shape and not np.isfinite(value[bad]).any():
            return Broken("an input that is not finite", _of_input(name, value[bad], each, bad))
    if bad.all():
        return None
    for name, value in _floats(each):
        if value.shape == bad.shape:
            if np.array_equal(value == 0, bad):
                return Broken(
                    "0 divided", f"exactly where `{name}` is 0. Check for a division by it or its logarithm."
                )
            if np.array_equal(value < 0, bad):
                return Broken(
                    "root of a negative",
                    f"exactly where `{name}` is negative. Check for its root or logarithm.",
                )
        for axis in _constant_along(value, bad):
            return Broken(
                "0/0",
                f"exactly where `{name}` is constant along axis {axis}. What measures its spread is 0 "
                "there, and is divided by.",
            )
    zeros_asked = not each.want[bad].any()
    if zeros_asked and np.isnan(each.got[bad]).all():
        says = "exactly where 0 is asked. Check for 0/0, and for 0 times NaN or infinity."
        return Broken("NaN for 0", says)
    return None


def _of_input(name: str, there: Values, each: Sample, bad: Mask) -> str:
    what = "NaN" if np.isnan(there).all() else "NaN or infinite" if np.isnan(there).any() else "infinite"
    if each.want[bad].any() or not np.isnan(each.got[bad]).all():
        return f"`{name}` is {what} there. Check what has to come out for such a value."
    return (
        f"`{name}` is {what} there and 0 is asked. Times 0 that is NaN: choose with `where` or a mask "
        "as index, and do not multiply by the mask."
    )


def _floats(each: Sample) -> Iterator[tuple[str, Values]]:
    for name, value in each.failure.inputs.items():
        if isinstance(value, np.ndarray) and value.dtype.kind == "f" and value.size:
            yield name, value


def _constant_along(value: Values, bad: Mask) -> Iterator[int]:
    """Axes along which the slices without spread are just those that are broken throughout."""
    for axis in range(value.ndim):
        if value.shape[axis] < 2:
            continue
        flat = np.ptp(value, axis=axis) == 0
        whole = bad.all(axis=axis) if bad.shape == value.shape else bad
        if flat.shape == whole.shape and flat.any() and np.array_equal(flat, whole):
            yield axis
