"""Every kind of wrong is recognised as itself, on arrays that have nothing special about them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drill.bank.schema import Case
from tests.diagnosis.made import names, told, wrong

Array = np.ndarray[Any, Any]
SEEDS = st.integers(0, 2**32 - 1)
FEW = settings(max_examples=12, deadline=None)


def matrix(rng: np.random.Generator) -> Array:
    """Values of either sign and no two alike; no axis as long as another."""
    rows = int(rng.integers(4, 7))
    return 0.3 + rng.standard_normal((rows, rows + int(rng.integers(1, 4))))


def softmax(x: Array, axis: int) -> Array:
    powers = np.exp(x - x.max(axis, keepdims=True))
    return np.asarray(powers / powers.sum(axis, keepdims=True))


# What is expected -> what came back, and the pattern that this is.
CHANGES: dict[str, tuple[str, Callable[[Array], Array]]] = {
    "negated": ("negated", lambda x: -x),
    "transposed": ("transposed", lambda x: x.T.copy()),
    "flattened": ("right values, other shape", lambda x: x.ravel()),
    "kept axis": ("right values, other shape", lambda x: x[:, None]),
    "rows reversed": ("reversed", lambda x: x[::-1].copy()),
    "columns reversed": ("reversed", lambda x: x[:, ::-1].copy()),
    "one minus": ("1 minus", lambda x: 1 - x),
    "first row throughout": ("repeated slice", lambda x: np.repeat(x[:1], len(x), axis=0)),
    "last column throughout": ("repeated slice", lambda x: np.repeat(x[:, -1:], x.shape[1], axis=1)),
    "zeros": ("constant", np.zeros_like),
    "doubled": ("factor", lambda x: 2 * x),
    "by 0.37": ("factor", lambda x: 0.37 * x),
    "3 more": ("offset", lambda x: x + 3),
    "0.123 less": ("offset", lambda x: x - 0.123),
    "squared": ("another function", np.square),
    "reciprocal": ("another function", lambda x: 1 / x),
    "exponential": ("another function", np.exp),
    "tanh": ("another function", np.tanh),
    "clipped at 0": ("another function", lambda x: np.maximum(x, 0)),
    "rounded down": ("another function", np.floor),
    "absolute": ("sign lost", np.abs),
    "a row late": ("shifted", lambda x: np.concatenate([0 * x[:1], x[:-1]])),
    "a column early": ("shifted", lambda x: np.concatenate([x[:, 1:], x[:, :1]], axis=1)),
    "last row missing": ("end missing", lambda x: x[:-1]),
    "first column missing": ("end missing", lambda x: x[:, 1:]),
    "one row too many": ("end missing", lambda x: np.concatenate([x, x[:1] + 1])),
    "rows in another order": ("slices in another order", lambda x: x[[1, 0, *range(2, len(x))]]),
    "reshaped for transposed": ("reshape for a transpose", lambda x: x.T.reshape(x.shape)),
    "factors by row": ("factors by slice", lambda x: x * np.linspace(1.3, 2.1, len(x))[:, None]),
    "factors by column": ("factors by slice", lambda x: x * np.linspace(1.3, 2.1, x.shape[1])),
    "offsets by row": ("offsets by slice", lambda x: x + np.linspace(0.3, 2.1, len(x))[:, None]),
    "offsets by column": ("offsets by slice", lambda x: x + np.linspace(0.3, 2.1, x.shape[1])),
    "both by column": (
        "factors and offsets by slice",
        lambda x: x * np.linspace(1.3, 2.1, x.shape[1]) + np.linspace(0.3, 2.1, x.shape[1]),
    ),
    "integer division": ("another function", np.trunc),
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("dtype", ["float64", "float32"])
@FEW
@given(seed=SEEDS)
def test_a_change_is_recognised_as_itself(change: str, dtype: str, seed: int) -> None:
    rng = np.random.default_rng(seed)
    name, apply = CHANGES[change]
    failures = []
    for i in range(2):
        want = matrix(rng).astype(dtype).astype(float)
        case = Case(f"case {i}", dtype=dtype)  # type: ignore[arg-type]
        failures.append(wrong({"dx": want}, {"dx": apply(want).astype(dtype)}, {"x": matrix(rng)}, case=case))
    (only,) = told(*failures)
    assert only.name == name
    assert only.case == "case 0"
    assert only.output == "dx"
    assert "`dx`" in only.says
    assert "{" not in only.says


@FEW
@given(seed=SEEDS)
def test_one_case_without_the_change_takes_the_name_away(seed: int) -> None:
    """A pattern that explains all failing cases but one is not the explanation."""
    rng = np.random.default_rng(seed)
    for _, apply in CHANGES.values():
        wants = [matrix(rng) for _ in range(3)]
        gots = [apply(wants[0]), apply(wants[1]), rng.standard_normal(wants[2].shape)]
        cases = [Case(f"case {i}") for i in range(3)]
        failures = [wrong({"dx": w}, {"dx": g}, case=c) for w, g, c in zip(wants, gots, cases, strict=True)]
        assert names(*failures) == []


UNRELATED: dict[str, Callable[[np.random.Generator], Array]] = {
    "matrix": lambda rng: rng.standard_normal((4, 6)),
    "image": lambda rng: rng.uniform(0, 1, (2, 3, 4, 5)),
    "vector": lambda rng: rng.standard_normal(7),
    "pair": lambda rng: rng.standard_normal(2),
    "loss": lambda rng: rng.uniform(0.1, 3, ()),
    "sparse": lambda rng: np.maximum(rng.standard_normal((5, 6)), 0),
    "probabilities": lambda rng: softmax(rng.standard_normal((4, 6)), 1),
    "labels": lambda rng: rng.integers(0, 3, 12),
    "indices": lambda rng: rng.permutation(20)[:6],
    "sizes": lambda rng: rng.integers(1, 200, 2),
    "mask": lambda rng: rng.random((4, 5)) < 0.5,
}


@pytest.mark.parametrize("kind", UNRELATED)
@settings(max_examples=50, deadline=None)
@given(seed=SEEDS, cases=st.integers(1, 3))
def test_what_has_nothing_to_do_with_it_gets_no_name(kind: str, seed: int, cases: int) -> None:
    rng = np.random.default_rng(seed)
    failures = []
    for i in range(cases):
        want, got = UNRELATED[kind](rng), UNRELATED[kind](rng)
        inputs = {
            "x": rng.standard_normal((4, 6)),
            "gamma": rng.uniform(0.5, 2, 6),
            "scores": rng.random(20),
            "lr": 0.01,
            "n": 4,
        }
        if not np.array_equal(want, got):
            failures.append(wrong({"out": want}, {"out": got}, inputs, case=Case(f"case {i}")))
    assert names(*failures) == [] or not failures


def test_transposed_axes_of_an_image_are_told() -> None:
    x = np.random.default_rng(0).standard_normal((2, 3, 4, 5))
    (only,) = told(wrong({"out": x}, {"out": np.moveaxis(x, 1, -1)}))
    assert only.name == "transposed"
    assert "(0, 2, 3, 1)" in only.says


def test_heads_split_the_wrong_way() -> None:
    x = np.random.default_rng(0).standard_normal((2, 6, 8))
    heads = x.reshape(2, 6, 4, 2).transpose(0, 2, 1, 3).reshape(2, 6, 8)
    assert names(wrong({"out": x}, {"out": heads})) == ["reshape for a transpose"]


def test_softmax_over_the_wrong_axis_and_none_at_all() -> None:
    x = np.random.default_rng(0).standard_normal((4, 6))
    want = softmax(x, 1)
    (axis,) = told(wrong({"p": want}, {"p": softmax(x, 0)}, {"x": x}))
    assert axis.name == "normalised over the wrong axis"
    assert "along axis 0, and should have it along axis 1" in axis.says
    assert names(wrong({"p": want}, {"p": x + 1})) == ["softmax missing"]


def test_a_sum_over_the_wrong_axis() -> None:
    x = np.random.default_rng(0).standard_normal((5, 5))
    (only,) = told(wrong({"total": x.sum(0)}, {"total": x.sum(1)}, {"x": x}))
    assert only.says.startswith("`total` is the sum of `x` over axis 1; it is asked over axis 0.")


def test_a_length_that_belongs_to_the_other_axis() -> None:
    rng = np.random.default_rng(0)
    x = rng.standard_normal((4, 6))
    failure = wrong({"db": rng.standard_normal(6)}, {"db": rng.standard_normal(4)}, {"x": x})
    assert names(failure) == ["reduced over the wrong axis"]


def test_broadcast_and_its_opposite() -> None:
    rng = np.random.default_rng(0)
    a, b = rng.standard_normal(4), rng.standard_normal(4)
    (grown,) = told(wrong({"loss": a * b}, {"loss": a[:, None] * b}))
    assert grown.name == "broadcast to (N, N)"
    assert "a column of shape (4, 1) and a row of shape (4,)" in grown.says
    assert names(wrong({"loss": a * b}, {"loss": rng.standard_normal((4, 4))})) == ["shape grown to (N, N)"]
    assert names(wrong({"iou": a[:, None] * b}, {"iou": a * b})) == ["diagonal only"]


def test_sizes() -> None:
    rng = np.random.default_rng(0)
    out = rng.standard_normal((1, 2, 5, 6))
    assert names(wrong({"out": out}, {"out": rng.standard_normal((1, 2, 6, 7))})) == ["size off by one"]
    assert names(wrong({"iou": np.zeros((0, 3))}, {"iou": np.zeros(0)})) == ["shape of nothing"]


def test_off_by_one_also_where_some_are_right() -> None:
    first = wrong({"h": 55, "w": 27}, {"h": 56, "w": 28}, case=Case("one"))
    second = wrong({"h": 13, "w": 30}, {"h": 14, "w": 31}, case=Case("two"))
    diagnoses = told(first, second)
    assert [each.name for each in diagnoses] == ["off by one"]
    assert diagnoses[0].says.startswith("`h` and `w` are exactly 1 too large.")


def test_indices() -> None:
    rng = np.random.default_rng(0)
    scores, boxes = rng.permutation(12) / 12, rng.standard_normal((12, 4))
    keep = np.argsort(-scores)[[0, 2, 3, 5, 7]]
    inputs = {"scores": scores, "boxes": boxes}

    def name(got: Array) -> list[str]:
        return names(wrong({"keep": keep}, {"keep": got}, inputs))

    assert name(np.sort(keep)) == ["values in another order"]
    assert name(np.array([0, 2, 3, 5, 7])) == ["positions after sorting"]
    assert name(boxes[keep]) == ["values for indices"]
    assert name(keep[[0, 2, 4]]) == ["wrong selection"]
    assert name(np.insert(keep, 2, 100)) == ["wrong selection"]
    assert names(wrong({"best": scores[keep]}, {"best": keep}, inputs)) == ["indices for values"]
    assert names(wrong({"rank": np.argsort(scores)}, {"rank": np.argsort(np.argsort(scores))})) == [
        "inverse permutation"
    ]


def test_numbers_in_order_but_not_sorted() -> None:
    want = np.array([0.1, 0.4, 0.5, 0.9])
    (only,) = told(wrong({"out": want}, {"out": want[[2, 0, 3, 1]]}))
    assert "not sorted" in only.says


def test_a_mask_the_other_way_round() -> None:
    mask = np.random.default_rng(0).random((5, 6)) < 0.4
    assert names(wrong({"mask": mask}, {"mask": ~mask})) == ["negated"]


@pytest.mark.parametrize(("layout", "name"), [("strided", ["contiguous inputs only"]), ("contiguous", [])])
def test_layouts(layout: Any, name: list[str]) -> None:
    rng = np.random.default_rng(0)
    failure = wrong(
        {"out": rng.standard_normal(9)}, {"out": rng.standard_normal(9)}, case=Case("one", layout=layout)
    )
    assert names(failure, passed=[Case("two")]) == name


def test_digits_lost_in_float32() -> None:
    rng = np.random.default_rng(0)
    want = rng.standard_normal((4, 3))
    got = (want * (1 + 1e-2 * rng.standard_normal((4, 3)))).astype(np.float32)
    failure = wrong({"out": want}, {"out": got}, case=Case("float32", dtype="float32"))
    assert names(failure, passed=[Case("float64")]) == ["right in float64 only"]
    assert names(failure, passed=[Case("other", dtype="float32")]) == []


def test_the_same_answer_for_every_case() -> None:
    rng = np.random.default_rng(0)
    kept = rng.standard_normal(5)
    failures = [wrong({"out": rng.standard_normal(5)}, {"out": kept}, case=Case(str(i))) for i in range(3)]
    assert names(*failures) == ["same answer for every case"]


def test_several_outputs_share_a_sentence_and_each_case_needs_an_explanation() -> None:
    rng = np.random.default_rng(0)
    a, b = rng.standard_normal(5), rng.standard_normal((3, 4))
    both = wrong({"da": a, "db": b}, {"da": -a, "db": -b}, case=Case("one"))
    (only,) = told(both)
    assert only.output == "da, db"
    assert only.says.startswith("`da` and `db` have the right size and the opposite sign.")
    unexplained = wrong({"da": a, "db": b}, {"da": a, "db": rng.standard_normal((3, 4))}, case=Case("two"))
    assert names(both, unexplained) == []
    partly = wrong({"da": a, "db": b}, {"da": -a, "db": rng.standard_normal((3, 4))}, case=Case("one"))
    assert names(partly) == ["negated"]
