"""Whatever tree a runner sends as its answer, the judge has a verdict and a short report: no exception."""

from __future__ import annotations

import json
import tempfile
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drill.grading.cases import Drawn, Grader
from drill.grading.report import case_to_plain
from drill.grading.shown import shown
from drill.grading.sitting import judged
from drill.grading.submission import explain, verdict
from drill.grading.values import from_native
from drill.runner.calls import CallResult
from drill.runner.wire import MAX_NAME, Array, Opaque
from tests.grading import small_bank
from tests.runner.test_wire import TREES

LARGEST_REPORT = 100_000  # characters
FOLDER = tempfile.TemporaryDirectory()  # gone with the process

SHAPES = [
    *((0,), (1,) * 32, (0,) * 32, (1 << 40, 0), (0, 1 << 55), (1 << 20, 0, 1 << 20), (1 << 30, 1, 0)),
    *((2, 3), (3, 2), (6,), (2, 3, 1), (1, 2, 3), (100_000,), (1, 100_000)),
]
DTYPES = ["float64", "float32", "float16", "int64", "uint8", "bool", "complex128"]
FILLS = [0, 1, -1, np.nan, np.inf, -np.inf, 1e308]
MONSTERS = st.builds(
    lambda shape, dtype, fill, framework, scalar: Array(filled(shape, dtype, fill), framework, scalar),
    st.sampled_from(SHAPES),
    st.sampled_from(DTYPES),
    st.sampled_from(FILLS),
    st.sampled_from(["numpy", "torch"]),
    st.booleans(),
)
LONG: dict[str, Any] = {  # by name, since Hypothesis would write them out
    "name of a type": Opaque("\x1b" * MAX_NAME),
    "key": {"k" * MAX_NAME: None},
    "keys": {f"key {i}": i for i in range(20_000)},
    "string": "\ud800" * 150_000,
    "int": 10**18_000,
    "list": [0.0] * 20_000,
    "NaN": complex("nan"),
}
TWISTS: dict[str, Any] = {
    "transposed": np.transpose,
    "flat": np.ravel,
    "negated": np.negative,
    "doubled": lambda a: a * 2,
    "shifted": lambda a: a + 1,
    "reversed": lambda a: a[::-1],
    "longer": lambda a: np.concatenate([a, a]),
    "shorter": lambda a: a[:-1],
    "summed": np.sum,
    "complex": lambda a: a + 1j,
    "half": lambda a: a.astype(np.float16),
    "whole": lambda a: a.astype(np.int64),
    "list": lambda a: a.tolist(),
    "no number": lambda a: a * np.nan,
    "32 axes": lambda a: a.reshape(a.shape + (1,) * (32 - a.ndim)),
    "right": lambda a: a,
}


def filled(shape: tuple[int, ...], dtype: str, fill: float) -> np.ndarray[Any, Any]:
    with np.errstate(all="ignore"):
        return np.full(shape, fill).astype(dtype)


def twisted(one: str, two: str, case: int) -> dict[str, Any]:
    """Nearly what is right, so that the diagnosis has something to look for."""
    values = {name: expected.value for name, expected in cases()[1][case].expected.items()}
    return {name: tree(TWISTS[twist](values[name])) for name, twist in zip(values, (one, two), strict=True)}


def tree(value: Any) -> Any:
    return from_native(value) if not isinstance(value, list) else value


@lru_cache(maxsize=1)
def cases() -> tuple[Grader, list[Drawn]]:
    grader = Grader(small_bank.problem(small_bank.write(Path(FOLDER.name))), "numpy")
    return grader, [grader.draw(case, 3) for case in grader.cases()[:4]]


PARTS = (
    TREES
    | MONSTERS
    | st.sampled_from(sorted(LONG)).map(lambda name: LONG[name])
    | st.lists(MONSTERS, max_size=4)
)
ANSWERS = (
    PARTS
    | st.fixed_dictionaries({"out": PARTS, "total": PARTS})
    | st.builds(twisted, st.sampled_from(sorted(TWISTS)), st.sampled_from(sorted(TWISTS)), st.integers(0, 3))
)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(ANSWERS, min_size=4, max_size=4), st.none() | st.dictionaries(st.just("x"), PARTS))
def test_any_answer_gets_a_verdict(answers: list[Any], after: dict[str, Any] | None) -> None:
    grader, drawn = cases()
    sats = [
        judged(grader, one, CallResult("returned", answer, after, None, "", 0.0, 0.0, ""))
        for one, answer in zip(drawn, answers, strict=True)
    ]
    found = explain(grader, sats)
    assert verdict(sats) in ("accepted", "wrong answer")
    says = [each.says for each in found] + [json.dumps(case_to_plain(sat.result)) for sat in sats]
    laid_open = [str(shown(sat.failure)) for sat in sats if sat.failure is not None]
    assert max(map(len, [*says, *laid_open])) < LARGEST_REPORT
