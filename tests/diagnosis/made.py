"""Failing cases made by hand: what is expected, what came back, and the rest as the judge fills it in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from drill.bank.schema import Case
from drill.grading.compare import compare
from drill.grading.diagnosis.patterns import patterns
from drill.grading.outcome import Expected, Failure
from drill.grading.report import Diagnosis, Verdict
from drill.grading.values import from_native, skeleton
from drill.runner.handle import CallResult, Frame, Raised
from drill.runner.wire import Opaque

RTOL = {"float64": 1e-6, "float32": 1e-4}


def returned(stdout: str = "") -> CallResult:
    return CallResult("returned", None, None, None, stdout, 0.01, 0.01, "")


def expected(name: str, value: Any, dtype: str = "") -> Expected:
    """As the judge expects it: arrays in float64 or int64 with the dtype to come back, plain values as is."""
    if not isinstance(value, (np.ndarray, np.generic)):
        return Expected(name, value, "", (), 1e-6, 1e-6 * abs(value) if isinstance(value, float) else 0.0)
    array = np.asarray(value)
    dtype = dtype or array.dtype.name
    rtol = RTOL.get(dtype, 1e-6)
    finite = np.abs(array[np.isfinite(array)]) if array.dtype.kind == "f" else np.zeros(0)
    return Expected(name, array, dtype, array.shape, rtol, rtol * float(finite.max(initial=0.0)))


def wrong(
    want: Mapping[str, Any],
    got: Mapping[str, Any],
    inputs: Mapping[str, Any] | None = None,
    *,
    case: Case | None = None,
    modified: tuple[str, ...] = (),
    stdout: str = "",
    framework: str = "numpy",
) -> Failure:
    """A wrong answer. `want` are arrays in float64; they are asked for in the case's dtype."""
    case = case or Case("a case")
    outputs = {
        name: expected(name, value, case.dtype if _floating(value) else "") for name, value in want.items()
    }
    value = {
        name: each if each is None or isinstance(each, Opaque) else from_native(each)
        for name, each in got.items()
    }
    shape_of = skeleton(dict.fromkeys(want))
    comparison, found = compare(shape_of, outputs, value, framework)
    message = comparison.differences[0].message if comparison.differences else "modified"
    return Failure(
        case, "wrong answer", message, inputs or {}, outputs, found, comparison, modified, returned(stdout)
    )


def ended(
    verdict: Verdict, call: CallResult, *, case: Case | None = None, message: str = "message"
) -> Failure:
    """A case without an answer."""
    from drill.grading.outcome import Comparison

    return Failure(case or Case("a case"), verdict, message, {}, {}, {}, Comparison(), (), call)


def raised(name: str, message: str, *frames: Frame, mro: Sequence[str] = ()) -> CallResult:
    exception = Raised(name, (name, *mro, "Exception"), message, frames)
    return CallResult("raised", None, None, exception, "", 0.01, 0.01, "")


def told(*failures: Failure, passed: Sequence[Case] = ()) -> tuple[Diagnosis, ...]:
    """What the patterns say, as the judge would call them."""
    with np.errstate(all="ignore"):
        return patterns(failures, passed).says


def names(*failures: Failure, passed: Sequence[Case] = ()) -> list[str]:
    return [each.name for each in told(*failures, passed=passed)]


def _floating(value: Any) -> bool:
    return isinstance(value, (np.ndarray, np.generic)) and np.asarray(value).dtype.kind == "f"
