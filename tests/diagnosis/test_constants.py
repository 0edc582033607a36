"""A factor is called by what it is in every failing case: a size, a parameter, a constant of mathematics."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest

from drill.bank.schema import Case
from drill.grading.outcome import Failure
from tests.diagnosis.made import told, wrong


def scaled(factor: float, inputs: Mapping[str, Any], name: str = "case") -> Failure:
    want = np.random.default_rng(len(name)).standard_normal((3, 4))
    return wrong({"dx": want}, {"dx": factor * want}, inputs, case=Case(name))


def batch(n: int, d: int = 7) -> dict[str, Any]:
    return {"x": np.zeros((n, d)), "lr": 0.03, "options": {"momentum": 0.3}}


def said(*failures: Failure) -> str:
    (only,) = told(*failures)
    assert only.name == "factor"
    return only.says.split(" Seen")[0]


def test_the_sentence_of_the_brief() -> None:
    assert said(scaled(5, batch(5))) == (
        "`dx` is off by exactly a factor of 5, the batch size: check whether you took the sum where the "
        "mean is asked."
    )
    assert said(scaled(1 / 5, batch(5))) == (
        "`dx` is off by exactly a factor of 1/5, one over the batch size: check whether you took the "
        "mean where the sum is asked."
    )


def test_sizes_are_told_apart_by_the_cases() -> None:
    """2 is the batch size of the first case only."""
    assert "factor of 2 (here also the batch size): look for a term counted twice" in said(
        scaled(2, batch(2))
    )
    assert "factor of 2: look" in said(scaled(2, batch(2)), scaled(2, batch(3), "other"))
    assert "factor of 2, the batch size" in said(scaled(2, batch(2)), scaled(3, batch(3), "other"))


def test_a_size_less_one_is_named_where_it_varies() -> None:
    assert "5/4, with 5 the batch size: check whether the variance is to be divided by N or by N − 1" in said(
        scaled(5 / 4, batch(5)), scaled(3 / 2, batch(3), "other")
    )
    assert "batch size" not in said(scaled(3 / 2, batch(3)), scaled(3 / 2, batch(3), "other"))


@pytest.mark.parametrize(
    ("factor", "words"),
    [
        (5 / 4, "5/4, in every case and everywhere"),
        (5 / 6, "5/6, in every case and everywhere"),
        (4, "4: look for a term counted twice"),
        (math.sqrt(7), "√7, the square root of the length of axis 1 of `x`"),
        (1 / math.sqrt(7), "1/√7, one over the square root of the length of axis 1 of `x`"),
        (35, "35, the number of values in `x`"),
        (0.03, "`lr`, 0.03: check where `lr` comes in"),
        (1 / 0.03, "1/`lr` with `lr` = 0.03"),
        (0.7, "1 − `momentum` with `momentum` = 0.3"),
        (4.0000001, "4: look"),
        (math.log(2), "ln 2: check the base of the logarithm"),
        (1 / math.log(10), "1/ln 10: check the base of the logarithm"),
        (1 / math.sqrt(2 * math.pi), "1/√(2π)"),
        (255, "255"),
        (11 / 3, "11/3, in every case and everywhere"),
        (0.123456, "0.12346, in every case and everywhere"),
    ],
)
def test_factors_have_names(factor: float, words: str) -> None:
    inputs = batch(11 if words.startswith("4:") else 5)
    assert f"off by exactly a factor of {words}" in said(scaled(factor, inputs))


def test_a_factor_that_depends_on_the_case_in_an_unknown_way() -> None:
    text = said(scaled(0.1234, batch(5)), scaled(1.777, batch(6), "other"))
    assert text.startswith("`dx` is right but for a factor, one for each case (0.1234 and 1.777)")


def test_channels_of_images_and_of_vectors() -> None:
    """Over axis 0 in one case, over three axes in the other: the same thing in words."""
    failures = []
    for shape in ((5, 6), (2, 6, 4, 7)):
        want = np.random.default_rng(0).standard_normal(6)
        got, inputs = want / (np.zeros(shape).size // 6), {"x": np.zeros(shape)}
        failures.append(wrong({"dbeta": want}, {"dbeta": got}, inputs, case=Case(str(shape))))
    assert "1/5, one over the number of values in `x` for each index of axis 1: check whether" in said(
        *failures
    )


def test_a_loss_of_one_number() -> None:
    assert "1/4, one over the batch size" in said(
        wrong({"loss": np.float64(2.6)}, {"loss": np.float64(0.65)}, {"logits": np.zeros((4, 10))})
    )


def test_an_offset_that_is_a_parameter() -> None:
    want = np.random.default_rng(0).standard_normal(6)
    (only,) = told(wrong({"out": want}, {"out": want + 0.03}, {"lr": 0.03, "x": np.zeros((4, 9))}))
    assert only.says.startswith("`out` is too large by exactly `lr`, 0.03, everywhere")
