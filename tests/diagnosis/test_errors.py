"""Exceptions, limits and missing exceptions, in words."""

from __future__ import annotations

import pytest

from drill.bank.schema import Case
from drill.grading.diagnosis.errors import error, errors
from drill.runner.handle import CallResult, Frame
from tests.diagnosis.made import ended, raised, returned

LINE = Frame(
    12, "forward", "out = x * gamma + beta", ("x: float64 (4, 3)", "gamma: float64 (4,)", "z: int64 (9,)")
)


def test_the_line_and_its_arrays() -> None:
    message = "operands could not be broadcast together with shapes (4,3) (4,)"
    found = error(ended("run-time error", raised("ValueError", message, LINE)))
    assert (found.kind, found.name, found.line, found.case) == ("error", "ValueError", 12, "a case")
    assert found.says == (
        "ValueError: operands could not be broadcast together with shapes (4,3) (4,), in line 12, "
        "`out = x * gamma + beta`. There `x` is float64 (4, 3) and `gamma` is float64 (4,). "
        "These shapes do not broadcast: line them up from the right; sizes must be equal or 1."
    )


@pytest.mark.parametrize(
    ("name", "message", "advice"),
    [
        ("TypeError", "cannot unpack non-iterable NoneType object", "returned None"),
        (
            "ValueError",
            "not enough values to unpack (expected 4, got 3)",
            "There are 3 values where 4 are taken apart.",
        ),
        ("ValueError", "too many values to unpack (expected 3)", "than the 3 that are taken apart"),
        ("TypeError", "f() takes 2 positional arguments but 3 were given", "parameters of the starter"),
        ("IndexError", "index 4 is out of bounds for axis 0 with size 4", "where the range ends"),
        ("AxisError", "axis 1 is out of bounds for array of dimension 1", "where an axis got lost"),
        ("IndexError", "tuple index out of range", "where an axis got lost"),
        (
            "RuntimeError",
            "mat1 and mat2 shapes cannot be multiplied (4x3 and 4x3)",
            "which factor is to be transposed",
        ),
        ("AttributeError", "'Tensor' object has no attribute 'astype'", "NumPy's method"),
        (
            "RuntimeError",
            "expected m1 and m2 to have the same dtype, but got: double != float",
            "dtype=x.dtype",
        ),
        ("KeyError", "'x'", ""),
    ],
)
def test_the_usual_messages_get_advice(name: str, message: str, advice: str) -> None:
    assert advice in error(ended("run-time error", raised(name, message))).says


def test_the_untouched_starter() -> None:
    frame = Frame(7, "iou", "raise NotImplementedError", ())
    found = error(ended("run-time error", raised("NotImplementedError", "", frame)))
    assert found.says == "`iou` is not written yet: replace `raise NotImplementedError` by your code."


def test_a_check_of_the_learners_own() -> None:
    frame = Frame(7, "shape", "raise ValueError('too large')", ())
    found = error(ended("run-time error", raised("ValueError", "too large", frame)))
    assert found.says.endswith("That is a check of your own, and it refuses what has to be accepted.")


def test_an_exception_that_does_not_come() -> None:
    case = Case("stride 0", raises="ValueError")
    found = error(ended("wrong answer", returned(), case=case))
    assert found.name == "no ValueError"
    assert "has to raise ValueError" in found.says
    other = error(ended("wrong answer", raised("TypeError", "no", LINE), case=case))
    assert other.says.startswith(
        "TypeError: no, in line 12, `out = x * gamma + beta` where ValueError has to be raised."
    )


@pytest.mark.parametrize("check", ["raise TypeError('no')", "assert n < 1, 'no'"])
def test_a_check_that_raises_another_class(check: str) -> None:
    frame = Frame(7, "shape", check, ("x: float64 (4, 3)",))
    case = Case("stride 0", raises="ValueError")
    found = error(ended("wrong answer", raised("TypeError", "no", frame), case=case))
    assert found.says == f"TypeError: no, in line 7, `{check}`. It is ValueError that has to be raised there."


@pytest.mark.parametrize(
    ("verdict", "kind", "says"),
    [
        (
            "time limit exceeded",
            "limit",
            "This case takes too long. Look for a loop without end",
        ),
        ("memory limit exceeded", "limit", "Look for an array with more axes"),
        ("output limit exceeded", "limit", "Return only what is asked"),
        ("rule violation", "rule", "Stopped after 4 s"),
    ],
)
def test_limits(verdict: str, kind: str, says: str) -> None:
    call = CallResult("time limit", None, None, None, "", 4.0, 4.0, "")
    message = "stopped after 4 s; a case may take 2 s"
    found = error(ended(verdict, call, message=message))  # type: ignore[arg-type]
    assert found.kind == kind
    assert says in found.says


def test_a_recursion_that_goes_too_deep_is_told_by_the_line_that_calls_on() -> None:
    frames = [Frame(16, "fill", "fill(a, i + 1)", ())] * 3 + [Frame(13, "fill", "w = min(a, b)", ())]
    too_deep = raised("RecursionError", "maximum recursion depth exceeded", *frames)
    found = error(ended("run-time error", too_deep))
    assert (found.line, "`fill(a, i + 1)`" in found.says) == (16, True)
    inside = error(ended("run-time error", raised("IndexError", "no", *frames)))
    assert inside.line == 13


def test_a_flood_of_prints_is_what_takes_time() -> None:
    call = CallResult("time limit", None, None, None, "0 1\n" * 200, 4.0, 4.0, "")
    found = error(ended("time limit exceeded", call))
    assert found.says == (
        "This case takes too long. It prints a lot, which takes time by itself: take the prints out before "
        "you look further."
    )


def test_a_crash_says_how_the_process_ended() -> None:
    call = CallResult("crashed", None, None, None, "", 0.1, 0.1, "killed by SIGSEGV")
    assert "(killed by SIGSEGV)" in error(ended("run-time error", call)).says


def test_the_same_error_is_told_once() -> None:
    cases = [Case(str(i)) for i in range(4)]
    failures = [ended("run-time error", raised("ValueError", "no", LINE), case=case) for case in cases]
    (only,) = errors(failures, 4)
    assert only.says.endswith("Seen in all 4 failing cases, first in “0”.")
    assert errors(failures[:3], 4)[0].says.endswith("Seen in 3 cases, first in “0”.")


def test_a_hostile_message_is_bounded() -> None:
    assert len(error(ended("run-time error", raised("E", "x\n" * 100_000))).says) < 1000
