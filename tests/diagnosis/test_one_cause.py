"""One cause is told once, in however many outputs and cases it shows; and none is told that is chance."""

from __future__ import annotations

from typing import Any

import numpy as np

from drill.bank.schema import Case
from drill.grading.diagnosis import diagnose
from drill.grading.outcome import Failure
from tests.diagnosis.made import names, told, wrong
from tests.diagnosis.test_diagnose import PROBLEM, Listed

RNG = np.random.default_rng(3)


def odd(*shape: int) -> Any:
    return RNG.standard_normal(shape)


def test_an_output_with_few_values_follows_the_rule_of_another() -> None:
    want, few = 0.1 + 3 * RNG.random((4, 5)), np.array([[0.7, 0.6]])
    failures = [
        wrong({"iou": want}, {"iou": np.floor(want)}, case=Case("one")),
        wrong(
            {"iou": want, "swapped": few}, {"iou": np.floor(want), "swapped": np.floor(few)}, case=Case("two")
        ),
    ]
    (only,) = told(*failures)
    assert only.says.startswith("`iou` and `swapped` are rounded down")


def test_shapes_that_differ_by_case_are_one_cause() -> None:
    h, alone, batch = odd(1, 3), odd(1, 5), odd(2, 5)
    one = wrong({"h": h}, {"h": h[0]}, case=Case("one"))
    two = wrong({"h": batch, "alone": alone}, {"h": batch, "alone": alone[0]}, case=Case("two"))
    (only,) = told(one, two)
    assert only.says.startswith("`h` and `alone` have the right values in shape (3,); (1, 3) is asked.")


def test_what_is_empty_follows_the_rest() -> None:
    keep = np.array([4, 1, 6])
    flat = [wrong({"keep": k}, {"keep": k[:, None]}, case=Case(str(len(k)))) for k in (keep, keep[:0])]
    assert names(*flat) == ["right values, other shape"]
    short = [wrong({"keep": k}, {"keep": k[:-1]}, case=Case(str(len(k)))) for k in (keep, keep[:1])]
    (only,) = told(*short)
    assert only.says.startswith("`keep` has the right values, but the last one is missing.")


def test_one_row_of_what_is_asked() -> None:
    failures = [
        wrong({"h": w}, {"h": w[0]}, case=Case(str(len(w)))) for w in (odd(3, 4), odd(2, 5), odd(1, 4))
    ]
    (only,) = told(*failures)
    assert only.says.startswith("`h` is only the first row of what is asked, of shape (4,) where (3, 4) is")


def test_a_term_read_off_rounded_values_is_the_same_term() -> None:
    beta, x = odd(3), odd(8, 3)
    plain = wrong({"out": x + beta}, {"out": x}, {"beta": beta})
    huge = 1e3 * odd(8, 3)
    rounded = wrong(
        {"out": huge + beta},
        {"out": huge.astype(np.float32)},
        {"beta": beta},
        case=Case("single", dtype="float32"),
    )
    (only,) = told(plain, rounded)
    assert only.says.startswith("`out` lacks the term `beta`: add it, and `out` is right.")


def test_the_weight_of_another_average() -> None:
    def slip(beta1: float, beta2: float) -> Failure:
        v, g = odd(3, 4) ** 2, odd(3, 4) ** 2
        want, got = (b * v + (1 - b) * g for b in (beta2, beta1))
        return wrong({"v": want}, {"v": got}, {"v": v, "beta1": beta1, "beta2": beta2}, case=Case(str(beta1)))

    (only,) = told(slip(0.9, 0.999), slip(0.8, 0.95), slip(0.0, 0.9))
    assert (
        "`v` moves from its old value in the right direction, exactly (1 − `beta1`)/(1 − `beta2`)"
        in only.says
    )
    assert "check which of `beta1` and `beta2` is meant" in only.says


def test_most_cases_in_which_an_output_holds_another() -> None:
    def twice(name: str, last: bool = False) -> Failure:
        h, c = odd(3, 4), odd(3, 4)
        return wrong({"h": h, "c": c}, {"h": h, "c": odd(3, 4) if last else h}, case=Case(name))

    (only,) = diagnose([twice("a"), twice("b"), twice("c", last=True)], PROBLEM, Listed())
    assert only.says.startswith(
        "In 2 of the 3 failing cases `c` holds what `h` should be. Check which variable"
    )


def test_facts_of_some_cases_are_no_cause_of_most() -> None:
    keeps = [([3, 1, 2], [3, 1]), ([4, 1, 6], [4, 6]), ([5, 2], [5, 7, 3])]
    failures = [wrong({"keep": np.array(w)}, {"keep": np.array(g)}, case=Case(str(w))) for w, g in keeps]
    (only,) = diagnose(failures, PROBLEM, Listed())
    assert only.says.startswith("`keep` has shape (2,); (3,) is expected.")


def test_outputs_that_agree_in_few_cases_prove_no_mistake() -> None:
    failures = [wrong({"out": odd(3, 4)}, {"out": odd(3, 4)}, case=Case(name)) for name in "abc"]
    both = wrong({"out": odd(3, 4), "m": odd(3, 4)}, {"out": odd(3, 4), "m": odd(3, 4)}, case=Case("d"))
    found = diagnose([*failures, both], PROBLEM, Listed({"b": {"d.m"}}))
    assert [each.kind for each in found] == ["difference"]


def test_values_that_are_rounded() -> None:
    want = odd(4, 5)
    (only,) = told(wrong({"iou": want}, {"iou": np.round(want, 4)}))
    assert only.says.startswith("`iou` is rounded to 4 decimals.")


def test_a_reduction_of_what_is_asked() -> None:
    failures = [
        wrong({"iou": w}, {"iou": w.max(axis=1)}, case=Case(str(w.shape))) for w in (odd(3, 4), odd(2, 5))
    ]
    (only,) = told(*failures)
    assert only.says.startswith(
        "`iou` is the maximum of what is asked over axis 1, of shape (3,) where (3, 4)"
    )


def test_true_and_false_for_numbers_is_one_cause() -> None:
    wants = (RNG.random((2, 3)), np.zeros((2, 2)))
    failures = [wrong({"iou": w}, {"iou": w > 0.5}, case=Case(str(w.shape))) for w in wants]
    (only,) = told(*failures)
    assert only.says.startswith(
        "`iou` is true or false where float64 is asked: return the numbers themselves."
    )


def test_indices_that_are_the_same_in_half_of_the_cases_prove_no_mistake() -> None:
    def keep(*got: int) -> Failure:
        return wrong({"keep": np.array([3, 1, 2])}, {"keep": np.array(got)}, case=Case(str(got)))

    failures = [keep(3, 5), keep(3, 7), keep(4, 9, 1, 8), keep(7, 9)]
    some = {f"({one}, {other})" for one, other in ((3, 5), (3, 7))}
    assert [each.kind for each in diagnose(failures, PROBLEM, Listed({"a": some}))] == ["difference"]
    most = some | {"(7, 9)"}
    assert diagnose(failures, PROBLEM, Listed({"a": most}))[0].name == "a"
    rest = {"b": {"(4, 9, 1, 8)", "(7, 9)"}}
    assert [each.name for each in diagnose(failures, PROBLEM, Listed({"a": some, **rest}))] == ["a", "b"]


def test_an_output_of_indices_that_is_the_same_in_most_cases_proves_no_mistake() -> None:
    def failure(name: str) -> Failure:
        want = {"keep": np.array([3, 1, 2]), "then": np.array([5, 4])}
        got = {"keep": np.array([3, 8, 9, 7, 6]), "then": np.array([int(name), 7, 8, 9])}
        return wrong(want, got, case=Case(name))

    def named(cases: str) -> list[str]:
        return [
            each.name for each in diagnose(failures, PROBLEM, Listed({"a": {f"{n}.keep" for n in cases}}))
        ]

    failures = [failure(name) for name in "12345"]
    assert named("1234")[0] == "a"
    assert named("123") == ["shape"]


def test_inputs_that_come_back_are_one_cause_and_zeros_are_none_of_them() -> None:
    m, v, zero = odd(3, 4), odd(3, 4), np.zeros((3, 4))
    inputs = {"old": zero, "m": m, "v": v}
    want = {"m": odd(3, 4), "v": odd(3, 4), "other": odd(3, 4)}
    same, flat = told(wrong(want, {"m": m, "v": v, "other": zero}, inputs))
    assert same.says.startswith("`m` and `v` are unchanged from the input. Check that your result ends up in")
    assert (flat.name, flat.output) == ("constant", "other")


def test_nan_among_wrong_values_is_told_by_its_cause() -> None:
    want, got = odd(3, 4), odd(3, 4)
    got[0, 1] = np.nan
    warned = "adam.py:12: RuntimeWarning: invalid value encountered in sqrt\n  root = np.sqrt(v)\n"
    failures = [
        wrong({"out": want}, {"out": got}, case=Case("one"), stdout=warned),
        wrong({"out": want}, {"out": odd(3, 4)}, case=Case("two")),
    ]
    (only,) = diagnose(failures, PROBLEM, Listed())
    assert (only.kind, only.line) == ("difference", 12)
    assert "line 12 takes the square root of a negative number." in only.says
