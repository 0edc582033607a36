"""The values of a failing case laid out as bounded text for the learner."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from drill.grading.compare import errors
from drill.grading.outcome import Expected, Failure
from drill.grading.report import Shown
from drill.grading.values import as_array, describe
from drill.runner.wire import Array

MAX_TEXT = 4000  # characters of one value
MAX_MARKS = 200
MAX_OUTPUTS = 4  # differing outputs shown of one case
WIDTH = 74  # fits 80 columns with an indent
MARKED = 58  # the same with a mark before every entry


def shown(failure: Failure) -> tuple[Shown, ...]:
    """The inputs, then expected and got of each output that differs."""
    values = [_shown(name, "input", value) for name, value in failure.inputs.items() if not _idle(value)]
    for name in _outputs(failure):
        expected = failure.expected.get(name)
        if expected is not None:
            values.append(_expected(expected))
        if name in failure.got:
            values.append(_shown(name, "got", failure.got[name], _marks(expected, failure.got[name])))
    return tuple(values)


def _idle(value: Any) -> bool:
    """An argument that this case leaves out."""
    return value is None or (isinstance(value, dict) and not value)


def _expected(expected: Expected) -> Shown:
    if expected.dtype == "":
        return _shown(expected.name, "expected", expected.value)
    value = np.asarray(expected.value)
    return Shown(expected.name, "expected", _summary(expected.dtype, value.shape), layout(value, MARKED))


def _shown(name: str, kind: Any, value: Any, marks: tuple[int, ...] = ()) -> Shown:
    array = value.data if isinstance(value, Array) else value
    if isinstance(array, np.ndarray):
        text = layout(array, WIDTH if kind == "input" else MARKED)
        return Shown(name, kind, _summary(array.dtype.name, array.shape), text, marks)
    return Shown(name, kind, describe(value), _bounded("".join(_pieces(value))), marks)


def _summary(dtype: str, shape: tuple[int, ...]) -> str:
    return f"{dtype} {shape}" if shape else dtype


def layout(array: np.ndarray[Any, Any], width: int = WIDTH) -> str:
    """An array as text; a large one with its middle left out, as NumPy prints it."""
    if array.ndim > 6:  # even the edges of so many axes are too many
        return _bounded(f"{layout(array.reshape(-1)[:100], width)}, flat, of shape {array.shape}")
    edge = (3, 3, 3, 2, 2, 1, 1)[array.ndim]
    text = np.array2string(
        array, separator=", ", precision=8, threshold=200, edgeitems=edge, max_line_width=width
    )
    return _bounded(text)


def _outputs(failure: Failure) -> tuple[str, ...]:
    """The outputs that differ; all of them where a problem's own check speaks for all."""
    names = dict.fromkeys(each.output for each in failure.comparison.differences)
    return tuple(failure.expected if "" in names else names)[:MAX_OUTPUTS]


def _pieces(value: Any) -> Iterator[str]:
    """The `repr` of a plain tree, piece by piece, arrays laid out."""
    if isinstance(value, (Array, np.ndarray)):
        yield layout(value.data if isinstance(value, Array) else value)
    elif isinstance(value, (list, tuple)):
        yield "["
        for i, item in enumerate(value):
            yield ", " if i else ""
            yield from _pieces(item)
        yield "]"
    elif isinstance(value, dict):
        yield "{"
        for i, (key, item) in enumerate(value.items()):
            yield f"{', ' if i else ''}{key!r}: "
            yield from _pieces(item)
        yield "}"
    elif isinstance(value, (int, float, complex, str)) or value is None:
        yield _bounded(_plain(value))
    else:
        yield describe(value)


def _plain(value: Any) -> str:
    if type(value) is int and value.bit_length() > 1000:  # printing it could take minutes
        return f"an int of {value.bit_length()} bits"
    return repr(value)


def _bounded(text: str) -> str:
    return text if len(text) <= MAX_TEXT else text[:MAX_TEXT] + " …"


def _marks(expected: Expected | None, got: Any) -> tuple[int, ...]:
    """Flat indices of the elements that are wrong, where shapes allow to say so."""
    array = as_array(got)
    if (
        expected is None
        or array is None
        or array.shape != np.shape(expected.value)
        or array.dtype.kind not in "biufc"
    ):
        return ()
    if np.asarray(expected.value).dtype.kind not in "biufc":
        return ()
    wrong = np.flatnonzero(errors(expected, array) > 1.0)
    return tuple(int(i) for i in wrong[:MAX_MARKS])
