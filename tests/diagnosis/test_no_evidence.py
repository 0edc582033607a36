"""What agrees by accident gets no name: infinities, saturation, neighbouring integers, cases that pass."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from drill.bank.schema import Case
from drill.grading.diagnosis.sample import sample
from tests.diagnosis.made import names, told, wrong

Array = np.ndarray[Any, Any]
RNG = np.random.default_rng(0)
PASSED = [Case(str(i)) for i in range(20)]


def test_what_overflows_in_the_comparison_is_no_exponential() -> None:
    want = 1e7 + 1e6 * RNG.standard_normal((3, 4))
    assert names(wrong({"out": want}, {"out": want + 1e6 * RNG.standard_normal((3, 4))})) == []
    scalars = [
        wrong({"loss": w}, {"loss": g}, case=Case(str(w))) for w, g in ((15357.3, 234.9), (94.5, 13.6))
    ]
    assert names(*scalars) == []


def test_a_finite_number_is_near_no_infinity() -> None:
    failure = wrong({"out": np.ones(3)}, {"out": np.zeros(3)})
    each = sample(failure, failure.comparison.differences[0])
    assert each is not None
    infinite = np.array([np.inf, -np.inf, np.nan])
    assert not each.near(np.ones(3), infinite).any()
    assert not each.near(infinite, np.ones(3)).any()
    assert each.near(infinite, infinite).all()


def test_infinity_for_zero_is_no_reciprocal() -> None:
    failure = wrong({"dx": np.zeros((3, 4))}, {"dx": np.full((3, 4), np.inf)})
    assert names(failure) == ["infinite"]
    signs = np.where(RNG.random((3, 4)) < 0.5, np.inf, -np.inf)
    assert names(wrong({"dx": np.copysign(0.0, signs)}, {"dx": signs})) == ["infinite"]


def test_infinities_are_not_shifted() -> None:
    assert names(wrong({"db": RNG.standard_normal(6)}, {"db": np.full(6, -np.inf)})) == ["minus infinite"]


@pytest.mark.parametrize("value", [1.0, 0.0])
def test_a_last_sigmoid_is_not_read_off_what_it_saturates_to(value: float) -> None:
    got = (1 if value else -1) * (800 + 100 * np.arange(6.0))
    assert names(wrong({"p": np.full(6, value)}, {"p": got})) == []


def test_one_value_throughout_is_told_where_other_cases_do_not_vary() -> None:
    failure = wrong({"out": 1000 + 100 * RNG.random((2, 3))}, {"out": np.full((2, 3), 1024.0)})
    assert names(failure) == ["constant"]
    assert names(failure, passed=PASSED[:4]) == ["constant"]
    assert names(failure, passed=PASSED) == []
    raising = [Case(str(i), raises="ValueError") for i in range(20)]
    assert names(failure, passed=raising) == ["constant"]


def test_another_output_is_returned_in_every_case_or_in_none() -> None:
    dx, then = RNG.standard_normal(6), RNG.standard_normal(6)
    failure = wrong({"dx": dx, "then": then}, {"dx": then, "then": then})
    assert names(failure) == ["another output"]
    assert names(failure, passed=PASSED) == []


def test_an_integer_next_to_the_right_one_is_not_another_output() -> None:
    failures = [
        wrong({"start": n, "end": n + 1}, {"start": n, "end": n}, case=Case(str(n))) for n in range(20, 26)
    ]
    assert names(*failures) == ["off by one"]
    rounded = [
        wrong({"start": n, "end": n + 1}, {"start": n + 1, "end": n}, case=Case(str(n)))
        for n in range(20, 26)
    ]
    assert names(*rounded) == ["off by one", "off by one"]


@pytest.mark.parametrize("shape", [(4,), (4, 1), (1, 4)])
def test_broadcast_names_a_column_and_a_row(shape: tuple[int, ...]) -> None:
    want = RNG.standard_normal(shape)
    got = RNG.standard_normal((4, 4))
    np.fill_diagonal(got, want.ravel())
    (found,) = told(wrong({"product": want}, {"product": got}))
    assert "a column of shape (4, 1) and a row of shape (4,) or (1, 4) met" in found.says


@pytest.mark.parametrize(("value", "what"), [(np.nan, "NaN"), (np.inf, "infinite")])
def test_nan_that_stands_in_the_input_is_no_quotient(value: float, what: str) -> None:
    want, x = RNG.standard_normal((3, 4)), RNG.standard_normal((3, 4))
    got, places = want.copy(), ((0, 1), (2, 2))
    for place in places:
        want[place], x[place], got[place] = 0.0, value, np.nan
    (found,) = told(wrong({"out": want}, {"out": got}, {"x": x}))
    assert found.name == "an input that is not finite"
    assert f"`x` is {what} there and 0 is asked" in found.says
    (hidden,) = told(wrong({"out": want}, {"out": got}, {"x": np.zeros(2)}))
    assert hidden.name == "NaN for 0"
    assert "0 times NaN or infinity" in hidden.says


def test_a_layout_is_not_behind_what_fails_in_others_too() -> None:
    want = RNG.standard_normal((3, 4))
    got = want.copy()
    got[0, 0] = np.nan
    strided = wrong({"out": want}, {"out": RNG.standard_normal((3, 4))}, case=Case("s", layout="strided"))
    assert names(strided, passed=PASSED) == ["contiguous inputs only"]
    assert names(wrong({"out": want}, {"out": got}), strided, passed=PASSED) == []


def test_factors_and_offsets_speak_of_no_mean_that_may_not_be_there() -> None:
    want = RNG.standard_normal((12, 3))
    failure = wrong({"out": want}, {"out": want * [2.5, 3.1, 0.4] + [0.3, 1.7, -0.9]})
    (found,) = told(failure)
    assert found.name == "factors and offsets by slice"
    assert "what it is multiplied by and what is added" in found.says
