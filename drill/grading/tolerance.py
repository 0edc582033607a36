"""Which tolerance an output of a case is held to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drill.bank.schema import Case, FloatDtype, Problem, Tolerance

RULING: dict[FloatDtype, float] = {"float64": 1e-6, "float32": 1e-4}


def tolerance(problem: Problem, case: Case, output: str, dtype: str) -> tuple[float, float | None]:
    """(rtol, atol) of an output of type `dtype`; atol None stands for rtol times its largest magnitude.

    From the nearest that says: the case for this output, the case, the problem for this output, the problem,
    the problem for this dtype, the ruling. "dx" also speaks for "dx[0]" and "dx.w".
    """
    said = tuple(_said(problem, case, output))
    rtol = next((each.rtol for each in said if each.rtol is not None), None)
    atol = next((each.atol for each in said if each.atol is not None), None)
    if rtol is None:
        precision = _precision(case, dtype)
        rtol = problem.dtype_rtol.get(precision, RULING[precision])
    return rtol, atol


def _said(problem: Problem, case: Case, output: str) -> Iterator[Tolerance]:
    base = re.split(r"[.\[]", output, maxsplit=1)[0]
    for table in (case.tolerance, problem.tolerance):
        for name in (output, base, ""):
            if name in table:
                yield table[name]


def _precision(case: Case, dtype: str) -> FloatDtype:
    """A float64 result of float32 inputs is no more accurate than they are, nor a float32 one of float64."""
    return "float32" if case.dtype == "float32" or dtype in ("float32", "complex64") else "float64"
