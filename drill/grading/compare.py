"""What came back against what was expected: nesting, type, shape, dtype and then values, on the judge's
side only.

What comes back is hostile. It has been decoded to plain values and arrays of our own before it gets here, so
nothing compared below can run code of the submission's.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from drill.grading.outcome import RESULT, Comparison, Difference, Expected
from drill.grading.values import as_array, describe
from drill.runner.wire import Array

ARRAY_OF = {"numpy": "NumPy array", "torch": "torch tensor"}


def compare(
    shape_of: Any, expected: Mapping[str, Expected], got: Any, framework: str, values: bool = True
) -> tuple[Comparison, dict[str, Any]]:
    """The comparison, and `got` under the names of the expected outputs. `values=False` stops before
    values."""
    found: dict[str, Any] = {}
    differences = list(_nesting(shape_of, got, "", found))
    error = 0.0
    for name, one in expected.items():
        if name not in found:
            continue
        difference = _form(one, found[name], framework)
        if difference is None and values:
            difference, ratio = _values(one, found[name])
            error = max(error, ratio)
        if difference is not None:
            differences.append(difference)
    return Comparison(tuple(differences), error), found


def _nesting(shape_of: Any, got: Any, name: str, found: dict[str, Any]) -> Iterator[Difference]:
    """Fills `found` with the parts of `got` that stand where an output is expected; yields what does not
    fit."""
    label = name or RESULT
    if isinstance(shape_of, str):
        found[shape_of] = got
    elif isinstance(shape_of, dict):
        yield from _mapping(shape_of, got, name, found)
    elif not isinstance(got, (tuple, list)):
        found[label] = got
        yield Difference(label, "type", f"{label} is {describe(got)}; {_parts(len(shape_of))} are expected")
    elif len(got) != len(shape_of):
        found[label] = got
        yield Difference(label, "shape", f"{label} has {_parts(len(got))}; {len(shape_of)} are expected")
    else:
        for i, part in enumerate(shape_of):
            yield from _nesting(part, got[i], f"{label}[{i}]", found)


def _mapping(shape_of: dict[str, Any], got: Any, name: str, found: dict[str, Any]) -> Iterator[Difference]:
    label = name or RESULT
    if not isinstance(got, dict):
        found[label] = got
        yield Difference(label, "type", f"{label} is {describe(got)}; a dictionary is expected")
        return
    for key, part in shape_of.items():
        inner = f"{name}.{key}" if name else key
        if key in got:
            yield from _nesting(part, got[key], inner, found)
        else:
            yield Difference(inner, "missing", f"{label} has no key {key!r}")
    extra = [key for key in got if key not in shape_of]
    if len(extra) == 1:
        yield Difference(label, "missing", f"{label} has a key {extra[0]!r} that is not asked for")
    elif extra:  # one difference for thousands: the diagnosis looks at each again and again
        says = f"{label} has {len(extra)} keys that are not asked for, {extra[0]!r} among them"
        yield Difference(label, "missing", says)


def _parts(count: int) -> str:
    return "1 part" if count == 1 else f"{count} parts"


def _form(expected: Expected, got: Any, framework: str) -> Difference | None:
    """Type, shape and dtype; None when all three are right."""
    if expected.dtype == "":
        return _plain_form(expected, got)
    name = expected.name
    if isinstance(got, (bool, int, float, complex)) and expected.shape == ():
        return None if _python_dtype_fits(got, expected.dtype) else _wrong_dtype(expected, got)
    if not isinstance(got, Array):
        return Difference(name, "type", f"{name} is {describe(got)}; a {ARRAY_OF[framework]} is expected")
    if got.framework != framework and not (got.scalar and expected.shape == ()):
        return Difference(
            name, "type", f"{name} is a {ARRAY_OF[got.framework]}; a {ARRAY_OF[framework]} is expected"
        )
    if got.data.shape != expected.shape:
        return Difference(name, "shape", f"{name} has shape {got.data.shape}; {expected.shape} is expected")
    return None if got.data.dtype.name == expected.dtype else _wrong_dtype(expected, got)


def _plain_form(expected: Expected, got: Any) -> Difference | None:
    """Python values: exact type, except that a float may be any real scalar and a bool a 0-d bool array."""
    value, name = expected.value, expected.name
    if type(got) is type(value):
        return None
    scalar = got.data.dtype.kind if isinstance(got, Array) and got.data.shape == () else ""
    if isinstance(value, float) and (type(got) is int or scalar == "f"):
        return None
    if isinstance(value, bool) and scalar == "b":
        return None
    wanted = "None" if value is None else f"a Python {type(value).__name__}"
    return Difference(name, "type", f"{name} is {describe(got)}; {wanted} is expected")


def _python_dtype_fits(got: complex, dtype: str) -> bool:
    """A Python scalar has no width: a float stands for every floating dtype, an int for int64 and the
    floats."""
    kind = np.dtype(dtype).kind
    if isinstance(got, bool):
        return kind == "b"
    if isinstance(got, int):
        return dtype == "int64" or kind == "f"
    return kind == ("c" if isinstance(got, complex) else "f")


def _wrong_dtype(expected: Expected, got: Any) -> Difference:
    dtype = got.data.dtype.name if isinstance(got, Array) else type(got).__name__
    return Difference(expected.name, "dtype", f"{expected.name} is {dtype}; {expected.dtype} is expected")


def _values(expected: Expected, got: Any) -> tuple[Difference | None, float]:
    """The difference, if any, and the largest error in units of the tolerance."""
    if expected.value is None or isinstance(expected.value, str):
        return _exact(expected, got, repr(got)[:80])
    if type(expected.value) is int and type(got) is int:
        return _exact(expected, got, str(got) if abs(got) < 10**20 else "a very large int")
    array = as_array(got)
    if array is None:  # an int too large for int64 where a float is expected
        array = np.asarray(math.inf)
    ratio = errors(expected, array)
    largest = float(ratio.max(initial=0.0))
    if not largest > 1.0:
        return None, largest
    wrong = int(np.count_nonzero(ratio > 1.0))
    worst = tuple(int(i) for i in np.unravel_index(int(ratio.argmax()), ratio.shape))
    return _value_difference(expected, array, largest, worst, wrong, ratio.size), largest


def _exact(expected: Expected, got: Any, shown: str) -> tuple[Difference | None, float]:
    """Strings, None and Python ints, which have no tolerance."""
    if got == expected.value:
        return None, 0.0
    message = f"{expected.name} is {shown}; {expected.value!r} is expected"
    return Difference(expected.name, "value", message, math.inf, (), 1, 1), math.inf


def errors(expected: Expected, got: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """Per element |got - expected| / (rtol |expected| + atol): above 1 is wrong, inf where nothing can be
    right.

    Ints and bools are exact (0 or inf). An expected NaN or infinity must be met by the same."""
    value = np.asarray(expected.value)
    if value.dtype.kind in "biu":
        return np.where(got == value, 0.0, np.inf)
    with np.errstate(all="ignore"):
        allowed = expected.rtol * np.abs(value) + expected.atol
        off = np.abs(got - value)
        ratio: np.ndarray[Any, Any] = off / allowed
        if np.isfinite(ratio.max(initial=0.0)):  # the usual: nothing below would change it
            return ratio
        ratio = np.where(off == 0.0, 0.0, ratio)
        same = (got == value) | (np.isnan(got) & np.isnan(value))
        finite = np.isfinite(value) & np.isfinite(got)
        return np.where(finite, ratio, np.where(same, 0.0, np.inf))


def _value_difference(
    expected: Expected,
    got: np.ndarray[Any, Any],
    error: float,
    worst: tuple[int, ...],
    wrong: int,
    total: int,
) -> Difference:
    name = expected.name + (f"[{', '.join(map(str, worst))}]" if worst else "")
    value = np.asarray(expected.value)
    message = f"{name} is {_number(got[worst])}; {_number(value[worst])} is expected"
    if total > 1:
        message += f" ({wrong} of {total} values are wrong)"
    return Difference(expected.name, "value", message, error, worst, wrong, total)


def _number(value: Any) -> str:
    return f"{value:.8g}" if isinstance(value, np.floating) else str(value)
