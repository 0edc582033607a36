"""Values as text: bounded, whatever comes."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from drill.bank.schema import Case
from drill.grading.outcome import Comparison, Difference, Expected, Failure
from drill.grading.shown import MAX_TEXT, layout, shown
from drill.runner.wire import Array, Opaque


def failure(got: Any, expected: Any = None) -> Failure:
    value = np.array([[1.0, 2.0], [3.0, 4.0]]) if expected is None else expected
    want = Expected("y", value, "float64", np.shape(value), 1e-6, 1e-6)
    compared = Comparison((Difference("y", "value", ""),))
    return Failure(Case("c"), "wrong answer", "", {"n": 3}, {"y": want}, {"y": got}, compared, (), None)


def test_inputs_then_expected_then_got() -> None:
    n, expected, got = shown(failure(Array(np.array([[1.0, 2.5], [3.0, 4.0]]), "numpy", False)))
    assert (n.name, n.kind, n.summary, n.text) == ("n", "input", "a Python int", "3")
    assert (expected.kind, expected.summary, expected.text) == (
        "expected",
        "float64 (2, 2)",
        "[[1., 2.],\n [3., 4.]]",
    )
    assert (got.kind, got.text, got.marks) == ("got", "[[1. , 2.5],\n [3. , 4. ]]", (1,))


@pytest.mark.parametrize(
    "got",
    [
        [1.0] * 100_000,
        {"a" * 1000: ["b" * 100_000]},
        10**20_000,
        Opaque("Liar"),
        None,
        (Array(np.zeros(3), "numpy", False), [1, "x"]),
        Array(np.zeros((6,) * 7), "numpy", False),
        Array(np.zeros((100, 100, 100)), "numpy", False),
        Array(np.zeros((0, 3)), "numpy", False),
        Array(np.zeros((1,) * 32), "numpy", False),
        Array(np.array([True, False]), "numpy", False),
    ],
    ids=range(11),
)
def test_text_is_bounded(got: Any) -> None:
    last = shown(failure(got))[-1]
    assert last.kind == "got"
    assert len(last.text) <= MAX_TEXT + 2


def test_large_arrays_leave_their_middle_out() -> None:
    assert "..." in layout(np.arange(1000.0))
    assert len(layout(np.zeros((10,) * 6))) <= MAX_TEXT + 2
