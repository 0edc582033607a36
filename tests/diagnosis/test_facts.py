"""What is wrong with a value besides being another one: type, dtype, NaN in it, an input that changed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from drill.bank.schema import Case
from drill.grading.compare import compare
from drill.grading.report import Diagnosis
from drill.grading.values import skeleton
from drill.runner.wire import Opaque
from tests.diagnosis.made import expected, told, wrong

X = np.random.default_rng(0).standard_normal((3, 4))


def one(*args: Any, **options: Any) -> Diagnosis:
    (only,) = told(wrong(*args, **options))
    return only


@pytest.mark.parametrize(
    ("got", "name", "says"),
    [
        (
            None,
            "None returned",
            "`out` is None: check that every way through it ends in a `return`.",
        ),
        (X.tolist(), "list for an array", "`out` is a list, with the right values: an array is asked."),
        ((2 * X).tolist(), "list for an array", "and its values are wrong too"),
        ((X, X), "several values for one", "`out` is a tuple of 2 where one array is asked. Return that"),
        (Opaque("MaskedArray"), "object returned", "`out` is a MaskedArray, and a plain array is asked"),
        (
            X.astype(np.float32),
            "wrong dtype",
            "`out` has the right values, but is float32 where float64 is asked.",
        ),
    ],
)
def test_forms(got: Any, name: str, says: str) -> None:
    found = one({"out": X}, {"out": got})
    assert found.name == name
    assert says in found.says
    assert found.says.endswith("Seen in case “a case”.")


def test_doubles_where_singles_are_asked() -> None:
    found = one({"out": X}, {"out": X}, case=Case("single", dtype="float32"))
    assert found.name == "wrong dtype"
    assert "A float64 comes in somewhere" in found.says


def test_the_other_framework() -> None:
    found = one({"out": X}, {"out": X}, framework="torch")
    assert found.says.startswith("`out` is a NumPy array where a torch tensor is asked.")


def test_an_array_scalar_for_a_python_int() -> None:
    found = one({"h": 5}, {"h": np.float64(5.0)})
    assert found.name == "array scalar"
    assert "`h` is float64 of NumPy where a Python int is asked: convert with `int(...)`." in found.says


def test_an_empty_array_of_the_wrong_dtype() -> None:
    found = one({"keep": np.zeros(0, np.int64)}, {"keep": np.zeros(0)})
    assert found.name == "wrong dtype"
    assert "An empty array is floating unless it is given a dtype." in found.says


def test_a_wrong_dtype_with_wrong_values_is_told_by_the_values() -> None:
    found = one({"out": X}, {"out": (-X).astype(np.float32)})
    assert found.name == "negated"


def test_an_input_that_changed_is_the_whole_explanation() -> None:
    found = one({"out": X, "again": X}, {"out": X, "again": X**2 + 3}, modified=("x", "m"))
    assert found.name == "input modified"
    assert "`x` and `m`" in found.says


def test_a_missing_output() -> None:
    found = one({"out": X, "dx": X}, {"out": X})
    assert found.name == "missing output"


def broken(value: float, *places: tuple[int, ...]) -> Any:
    got = X.copy()
    for place in places:
        got[place] = value
    return got


def test_nan_exactly_where_an_input_is_zero() -> None:
    x = X.copy()
    x[1, 2] = x[0, 3] = 0
    found = one({"out": X}, {"out": broken(np.nan, (1, 2), (0, 3))}, {"x": x})
    assert found.name == "0 divided"
    assert "`out` is NaN at [0, 3], 2 of 12 values: exactly where `x` is 0." in found.says


def test_nan_in_a_constant_column() -> None:
    x = X.copy()
    x[:, 1] = 3.25
    found = one({"out": X}, {"out": broken(np.nan, (0, 1), (1, 1), (2, 1))}, {"x": x})
    assert found.name == "0/0"
    assert "NaN in column 1: exactly where `x` is constant along axis 0" in found.says


def test_nan_where_zero_is_asked() -> None:
    want = X.copy()
    want[1, 2] = 0
    assert (
        "exactly where 0 is asked. Check for 0/0"
        in one({"iou": want}, {"iou": broken(np.nan, (1, 2)) * 1}).says
    )


def test_overflow_is_told_by_the_size_of_the_input() -> None:
    found = one({"p": X}, {"p": broken(np.nan, (0, 1))}, {"logits": 1e4 * X})
    assert found.name == "NaN"
    assert "Here `logits` reaches" in found.says


def test_numpy_says_itself_what_broke_and_where() -> None:
    warned = "softmax.py:12: RuntimeWarning: overflow encountered in exp\n  e = np.exp(x)\n"
    found = one({"p": X}, {"p": broken(np.nan, (0, 1))}, {"x": X}, stdout=warned)
    assert found.line == 12
    assert "line 12 takes `exp` of a number too large for it." in found.says


def test_nan_of_unknown_cause_is_left_open() -> None:
    found = one({"p": X}, {"p": broken(np.nan, (0, 1))}, {"x": X})
    assert found.says.startswith("`p` is NaN at [0, 1], 1 of 12 values. That comes of 0/0,")
    found = one({"p": np.float64(3.0)}, {"p": np.float64(np.inf)}, {"x": X})
    assert found.says.startswith("`p` is infinite. That comes of a division by 0,")


def test_lists_that_hold_nothing_are_right_beside_what_holds_them() -> None:
    full = wrong({"out": X}, {"out": X.tolist()}, case=Case("full"))
    hollow = wrong({"out": np.zeros((3, 0))}, {"out": [[], [], []]}, case=Case("hollow"))
    bare = wrong({"out": np.zeros((0, 4))}, {"out": []}, case=Case("bare"))
    (only,) = told(full, hollow, bare)
    assert only.says.startswith("`out` is a list, with the right values: an array is asked. Seen in all 3")
    (lacking,) = told(wrong({"out": X}, {"out": []}, case=Case("lacking")))
    assert "its values are wrong too" in lacking.says


def test_an_integer_of_the_wrong_width_is_wrong_in_the_same_way_where_there_are_none() -> None:
    some = wrong({"keep": np.arange(3)}, {"keep": np.arange(3, dtype=np.int32)}, case=Case("some"))
    none = wrong({"keep": np.arange(0)}, {"keep": np.arange(0, dtype=np.int32)}, case=Case("none"))
    (only,) = told(some, none)
    assert only.says.startswith("`keep` has the right values, but is int32 where int64 is asked. Convert it")


def test_small_integers_that_are_swapped_prove_it_together() -> None:
    failure = wrong({"h": 59, "w": 112}, {"h": 112, "w": 59}, case=Case("one"))
    (only,) = told(failure)
    assert (only.name, only.output) == ("swapped", "h, w")


def test_one_wrong_dtype_is_told_once_whatever_comes_in() -> None:
    single = np.zeros(3, np.float32)
    failures = [
        wrong({"iou": X}, {"iou": X.astype(np.float32)}, case=Case("floats")),
        wrong({"iou": X}, {"iou": X.astype(np.float32)}, {"boxes": np.arange(4)}, case=Case("integers")),
        wrong({"iou": np.zeros((0, 3))}, {"iou": single[:0].reshape(0, 3)}, case=Case("nothing")),
    ]
    (only,) = told(*failures)
    assert only.says.endswith("Seen in all 3 failing cases, first in “floats”.")


def test_other_parts_than_are_asked_are_told_by_name() -> None:
    asked = {"size": (5, 7)}
    expected_of = {f"size[{i}]": expected(f"size[{i}]", n) for i, n in enumerate(asked["size"])}
    comparison, found = compare(skeleton(asked), expected_of, {"size": (5,)}, "numpy")
    failure = replace(wrong({"size": 1}, {"size": 2}), expected=expected_of, got=found, comparison=comparison)
    (only,) = told(failure)
    assert only.says.startswith("`size` has 1 part; 2 are expected. Check what your function returns")
