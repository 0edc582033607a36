"""What counts as the same answer, and how a difference is said."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest

from drill.bank.schema import Case, Tolerance
from drill.grading.compare import compare, errors
from drill.grading.outcome import Comparison, Expected
from drill.grading.tolerance import tolerance
from drill.grading.values import as_array, describe, leaves, modified, skeleton
from drill.runner.wire import Array, Opaque


def array(values: Any, dtype: str = "float64", framework: str = "numpy") -> Array:
    return Array(np.asarray(values, dtype), framework, False)


def expected(values: Any, dtype: str = "float64", name: str = "result") -> Expected:
    value = np.asarray(values)
    finite = np.abs(value[np.isfinite(value)]) if value.dtype.kind == "f" else np.zeros(1)
    return Expected(name, value, dtype, value.shape, 1e-6, 1e-6 * float(finite.max(initial=0.0)))


def plain(value: Any) -> Expected:
    return Expected("result", value, "", (), 1e-6, 1e-6 * abs(value) if isinstance(value, float) else 0.0)


def one(expect: Expected, got: Any, framework: str = "numpy") -> Comparison:
    return compare("result", {"result": expect}, got, framework)[0]


def message(expect: Expected, got: Any, framework: str = "numpy") -> str:
    (difference,) = one(expect, got, framework).differences
    return difference.message


def test_equal_within_the_tolerance() -> None:
    right = expected([1.0, -100.0, 0.0])
    assert one(right, array([1.0, -100.0, 1e-5])).differences == ()  # atol comes from the largest entry
    assert one(right, array([1.0, -100.0, 9e-5])).error == pytest.approx(0.9)
    assert one(right, array([1.0, -100.0, 1.1e-4])).differences != ()


def test_the_worst_element_is_named() -> None:
    (difference,) = one(expected([[1.0, 2.0], [3.0, 4.0]]), array([[1.0, 2.0], [3.5, 4.1]])).differences
    assert difference.worst == (1, 0)
    assert (difference.wrong, difference.total) == (2, 4)
    assert difference.message == "result[1, 0] is 3.5; 3 is expected (2 of 4 values are wrong)"


def test_nan_and_infinity() -> None:
    assert one(expected([1.0, 2.0]), array([1.0, np.nan])).error == math.inf
    assert one(expected([1.0, 2.0]), array([1.0, np.inf])).error == math.inf
    special = expected([np.nan, np.inf, -np.inf, 1.0])
    assert one(special, array([np.nan, np.inf, -np.inf, 1.0])).differences == ()
    assert one(special, array([np.nan, np.inf, np.inf, 1.0])).differences != ()
    assert one(special, array([0.0, np.inf, -np.inf, 1.0])).differences != ()


def test_all_zero_is_exact() -> None:
    assert one(expected([0.0, 0.0]), array([0.0, -0.0])).differences == ()
    assert one(expected([0.0, 0.0]), array([0.0, 1e-300])).error == math.inf


@pytest.mark.parametrize(
    ("expect", "got", "said"),
    [
        (expected([1.0]), [1.0], "result is a list of 1; a NumPy array is expected"),
        (expected([1.0]), None, "result is None; a NumPy array is expected"),
        (expected([1.0]), Opaque("Liar"), "result is an object of type Liar; a NumPy array is expected"),
        (
            expected([1.0]),
            array([1.0], framework="torch"),
            "result is a torch tensor; a NumPy array is expected",
        ),
        (expected([1.0, 2.0]), array([[1.0, 2.0]]), "result has shape (1, 2); (2,) is expected"),
        (expected(1.0), array([1.0]), "result has shape (1,); () is expected"),
        (expected([1.0], "float32"), array([1.0]), "result is float64; float32 is expected"),
        (expected([1], "int64"), array([1.0]), "result is float64; int64 is expected"),
        (expected([1], "int64"), array([1], "int32"), "result is int32; int64 is expected"),
        (expected(1.5), 1 + 0j, "result is complex; float64 is expected"),
        (expected(3, "int64"), 3.0, "result is float; int64 is expected"),
        (plain(3), 3.0, "result is a Python float; a Python int is expected"),
        (plain(3), True, "result is a Python bool; a Python int is expected"),
        (plain(1), array(1, "int64"), "result is int64 scalar; a Python int is expected"),
        (plain(True), 1, "result is a Python int; a Python bool is expected"),
        (plain(2), 3, "result is 3; 2 is expected"),
        (plain(2), 10**400, "result is a very large int; 2 is expected"),
        (plain(2.0), 10**400, "result is inf; 2 is expected"),
        (plain("same"), "full", "result is 'full'; 'same' is expected"),
        (plain(None), 0, "result is a Python int; None is expected"),
    ],
    ids=range(20),
)
def test_form_comes_before_values(expect: Expected, got: Any, said: str) -> None:
    assert message(expect, got) == said


@pytest.mark.parametrize(
    ("expect", "got"),
    [
        (expected(1.5), 1.5),
        (expected(1.5, "float32"), 1.5),
        (expected(1.0), 1),
        (expected(1.5), Array(np.asarray(1.5), "numpy", True)),
        (expected(3, "int64"), 3),
        (plain(1.5), array(1.5)),
        (plain(1.5), array(1.5, "float32")),
        (plain(2.0), 2),
        (plain(True), array(True, "bool")),
        (expected(np.zeros((0, 4))), array(np.zeros((0, 4)))),
    ],
)
def test_scalars_and_arrays_without_axes_are_the_same(expect: Expected, got: Any) -> None:
    assert one(expect, got).differences == ()


def test_several_outputs_keep_their_names() -> None:
    tree = {"out": array([1.0]), "parts": (array([2.0]), 3)}
    shape = skeleton(tree)
    want = {n: plain(leaf) if leaf == 3 else expected(leaf.data, name=n) for n, leaf in leaves(tree)}
    assert list(want) == ["out", "parts[0]", "parts[1]"]
    comparison, found = compare(shape, want, {"out": array([1.0]), "parts": [array([2.0]), 3]}, "numpy")
    assert comparison.differences == ()  # a list does for a tuple
    assert list(found) == list(want)


@pytest.mark.parametrize(
    ("got", "said"),
    [
        ((1, 2), "result has 2 parts; 3 are expected"),
        (1, "result is a Python int; 3 parts are expected"),
        (array([1, 2, 3]), "result is float64 (3,); 3 parts are expected"),
    ],
)
def test_the_number_of_parts(got: Any, said: str) -> None:
    want = {f"result[{i}]": plain(i) for i in range(3)}
    (difference,) = compare(skeleton((0, 1, 2)), want, got, "numpy")[0].differences
    assert difference.message == said


def test_the_keys_of_a_dictionary() -> None:
    want = {"a": Expected("a", 1, "", (), 0.0, 0.0)}
    said = [d.message for d in compare({"a": "a"}, want, {"b": 2}, "numpy")[0].differences]
    assert said == ["result has no key 'a'", "result has a key 'b' that is not asked for"]
    many = {"a": 1, **{f"key {i}": i for i in range(20_000)}}
    (difference,) = compare({"a": "a"}, want, many, "numpy")[0].differences
    assert difference.message == "result has 20000 keys that are not asked for, 'key 0' among them"
    (difference,) = compare({"a": "a"}, want, [1], "numpy")[0].differences
    assert difference.message == "result is a list of 1; a dictionary is expected"


def test_errors_of_ints_are_all_or_nothing() -> None:
    assert errors(expected([1, 2], "int64"), np.array([1, 3])).tolist() == [0.0, math.inf]


def test_the_nearest_tolerance_holds() -> None:
    def of(case: dict[str, Tolerance], problem: dict[str, Tolerance], output: str = "dx") -> Any:
        fake: Any = type("P", (), {"tolerance": problem, "dtype_rtol": {"float64": 1e-3}})()
        return tolerance(fake, Case("c", tolerance=case), output, "float64")

    t = Tolerance
    assert of({}, {}) == (1e-3, None)
    assert of({}, {"": t(rtol=0.2)}) == (0.2, None)
    assert of({}, {"": t(0.2), "dx": t(0.3)}) == (0.3, None)
    assert of({"": t(0.4)}, {"dx": t(0.3, 5.0)}) == (0.4, 5.0)
    assert of({"": t(0.4), "dx": t(0.5)}, {"dx": t(0.3)}) == (0.5, None)
    assert of({}, {"dx": t(0.3)}, "dx[1]") == (0.3, None)
    assert of({}, {"dx": t(0.3)}, "dxy") == (1e-3, None)


def test_float32_anywhere_means_float32s_tolerance() -> None:
    fake: Any = type("P", (), {"tolerance": {}, "dtype_rtol": {}})()
    assert tolerance(fake, Case("c"), "y", "float64")[0] == 1e-6
    assert tolerance(fake, Case("c", dtype="float32"), "y", "float64")[0] == 1e-4
    assert tolerance(fake, Case("c"), "y", "float32")[0] == 1e-4


def test_modified_inputs_are_noticed_bit_for_bit() -> None:
    inputs = {"x": np.array([1.0, np.nan]), "n": 3, "options": {"w": np.array([2.0])}, "pair": (1, 2.5)}
    same = {"x": array([1.0, np.nan]), "n": 3, "options": {"w": array([2.0])}, "pair": (1, 2.5)}
    assert modified(inputs, same) == ()
    assert modified(inputs, {**same, "x": array([1.0, 0.0])}) == ("x",)
    assert modified(inputs, {**same, "x": array([1.0, np.nan], "float32")}) == ("x",)
    assert modified(inputs, {**same, "options": {"w": array([2.5])}, "n": 4}) == ("n", "options")
    assert modified(inputs, {}) == ("x", "n", "options", "pair")


def test_trees_read_as_numbers() -> None:
    assert np.array_equal(as_array([[1, 2], [3, 4]]), [[1, 2], [3, 4]])  # type: ignore[arg-type]
    assert as_array([[1, 2], [3]]) is None
    assert as_array([]) is None
    assert as_array("12") is None
    assert as_array(10**400) is None
    assert as_array((array(1.0), True)) is not None


def test_descriptions() -> None:
    assert describe(array(np.zeros((2, 3)))) == "float64 (2, 3)"
    assert describe((1, 2)) == "a tuple of 2"
    assert describe(3) == "a Python int"
