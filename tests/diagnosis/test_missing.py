"""Factors, terms and steps that the inputs explain."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from drill.bank.schema import Case
from drill.grading.outcome import Failure
from tests.diagnosis.made import names, told, wrong

Array = np.ndarray[Any, Any]
Rule = Callable[[dict[str, Array]], Array]


def layer(rng: np.random.Generator, n: int, d: int) -> dict[str, Array]:
    return {
        "x": rng.standard_normal((n, d)),
        "gamma": rng.uniform(0.5, 2, d),
        "beta": rng.standard_normal(d),
        "mask": (rng.random((n, d)) < 0.6).astype(float),
        "dout": rng.standard_normal((n, d)),
    }


def failing(want: Rule, got: Rule) -> list[Failure]:
    """The same slip in two cases of different sizes."""
    made = []
    for i, (n, d) in enumerate(((4, 6), (5, 3))):
        inputs = layer(np.random.default_rng(i), n, d)
        made.append(wrong({"dx": want(inputs)}, {"dx": got(inputs)}, inputs, case=Case(str(i))))
    return made


@pytest.mark.parametrize(
    ("want", "got", "says"),
    [
        (lambda v: v["dout"] * v["gamma"] * 1.7, lambda v: v["dout"] * 1.7, "multiply by `gamma`"),
        (lambda v: v["gamma"] * v["x"] ** 3, lambda v: v["x"] ** 3, "multiply by `gamma`"),
        (lambda v: v["x"] * v["mask"], lambda v: v["x"], "multiply by `mask`"),
        (
            lambda v: v["dout"] * (1 - np.tanh(v["x"]) ** 2),
            lambda v: v["dout"],
            "multiply by the derivative of tanh at `x`",
        ),
        (
            lambda v: v["dout"] * (v["x"] > 0),
            lambda v: v["dout"],
            "multiply by the derivative of ReLU at `x`",
        ),
        (
            lambda v: np.exp(v["x"]),
            lambda v: v["gamma"] ** 2 * np.exp(v["x"]),
            "the square of `gamma` too many",
        ),
    ],
)
def test_missing_and_extra_factors(want: Rule, got: Rule, says: str) -> None:
    # dout alone would be an input returned as it came, which is said first
    failures = failing(lambda v: 0.7 * want(v), lambda v: 0.7 * got(v))
    (only,) = told(*failures)
    assert only.name == "missing or extra factor"
    assert says in only.says


@pytest.mark.parametrize(
    ("want", "got", "says"),
    [
        (lambda v: 0.3 * v["x"] ** 2 + v["beta"], lambda v: 0.3 * v["x"] ** 2, "lacks the term `beta`"),
        (lambda v: np.exp(v["x"]) + v["dout"], lambda v: np.exp(v["x"]), "lacks the term `dout`"),
        (lambda v: np.exp(v["x"]), lambda v: np.exp(v["x"]) + v["dout"], "has the term `dout` too many"),
        (
            lambda v: np.exp(v["x"]),
            lambda v: np.exp(v["x"]) + 2 * v["dout"],
            "is more than right by `dout` times exactly 2",
        ),
        (
            lambda v: np.exp(v["x"]),
            lambda v: np.exp(v["x"]) - v["x"].std() * v["dout"],
            "off by a multiple of `dout`, another one in each case",
        ),
    ],
)
def test_missing_and_extra_terms(want: Rule, got: Rule, says: str) -> None:
    (only,) = told(*failing(want, got))
    assert only.name == "missing or extra term"
    assert says in only.says


def test_a_step_in_the_wrong_direction_or_of_another_size() -> None:
    rng = np.random.default_rng(0)
    param, step = rng.standard_normal((3, 5)), 0.01 * rng.standard_normal((3, 5))
    inputs = {"param": param, "momentum": 0.1}

    def said(k: float) -> str:
        (only,) = told(wrong({"param": param + step}, {"param": param + k * step}, inputs))
        assert only.name == "step of another size"
        return only.says

    assert "moves from its old value as far as asked, but in the opposite direction" in said(-1)
    assert "exactly (1 − `momentum`)/`momentum` with `momentum` = 0.1 times as far" in said(9)
    assert "check whether `momentum` or 1 − `momentum` is meant" in said(9)
    assert "in the right direction, 1.234 times as far" in said(1.234)
    assert "in the opposite direction, exactly 2 times as far" in said(-2)


def test_swapped_and_unchanged() -> None:
    rng = np.random.default_rng(0)
    h, c, x = (rng.standard_normal((3, 4)) for _ in range(3))
    (swap,) = told(wrong({"h": h, "c": c}, {"h": c, "c": h}))
    assert swap.name == "swapped"
    assert swap.output == "h, c"
    assert swap.says.startswith("`h` and `c` are swapped: each holds what the other should.")
    (other,) = told(wrong({"h": h, "c": c}, {"h": c, "c": c}))
    assert other.says.startswith("`h` holds what `c` should be.")
    (same,) = told(wrong({"out": h}, {"out": x}, {"x": x}))
    assert same.says.startswith("`out` is `x` as it came in.")


def test_a_swap_must_hold_in_every_failing_case() -> None:
    rng = np.random.default_rng(0)
    h, c = rng.standard_normal((3, 4)), rng.standard_normal((3, 4))
    one = wrong({"h": h, "c": c}, {"h": c, "c": h}, case=Case("one"))
    two = wrong({"h": h, "c": c}, {"h": c, "c": rng.standard_normal((3, 4))}, case=Case("two"))
    assert "swapped" not in names(one, two)
