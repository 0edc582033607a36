"""What a function returns that its driver cannot take apart, as the judge finds it by trying once more."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from drill.grading import judge, trials
from drill.grading.diagnosis.driven import Use, uses
from drill.grading.report import Diagnosis, Request
from tests.grading import small_bank
from tests.grading.fakes import FakeRunners

RETURNED = "return out, out.sum(axis=1)"


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    return small_bank.write(tmp_path)


def diagnosed(bank: Path, returned: str, before: str = RETURNED) -> Sequence[Diagnosis]:
    """Of the reference with this in place of its return."""
    assert before in small_bank.NUMPY
    source = small_bank.NUMPY.replace(before, returned)
    request = Request(str(bank), "affine-sum", source, "affine_sum.py", "numpy", "cpu", 7)
    return judge.grade(request, FakeRunners(), lambda result: None).diagnosis


@pytest.mark.parametrize(
    ("returned", "says"),
    [
        ("return out", "returns a single value where two, `(out, total)`, are asked."),
        ("return out, out.sum(axis=1), x", "returns three values where two, `(out, total)`, are asked."),
        ("return (out,)", "returns one value where two, `(out, total)`, are asked."),
        ("return {'a': out, 'b': 1}", "returns a dictionary where two, `(out, total)`, are asked."),
        ("pass", "returns None: check that every way through it ends in a `return`."),
    ],
)
def test_the_wrong_number_of_values_is_one_cause(bank: Path, returned: str, says: str) -> None:
    (only,) = diagnosed(bank, returned)
    assert only.says == f"`affine` {says} Seen in all 5 failing cases, first in “small”."


def test_none_among_the_values_is_called_by_its_place(bank: Path) -> None:
    (only,) = diagnosed(bank, "return out, None")
    assert only.name == "None returned"
    assert only.says.startswith("`total`, the second value that `affine` returns, is None: check that every")


def test_only_the_cases_in_which_it_is_so(bank: Path) -> None:
    found = diagnosed(bank, "return (out if len(x) == 4 else (-out, out.sum(axis=1)))")
    assert [each.name for each in found] == ["wrong number of values", "negated"]
    assert found[0].says.endswith("Seen in case “shifted”.")


def test_an_array_that_comes_apart_into_what_is_asked_is_no_single_value(bank: Path) -> None:
    found = diagnosed(bank, "return np.stack([-out, out])")
    assert "wrong number of values" not in [each.name for each in found]


def test_another_order_is_named_when_all_is_right_in_the_right_one(bank: Path) -> None:
    (only,) = diagnosed(bank, "return out.sum(axis=1), out")
    assert only.name == "returned in another order"
    assert only.says == (
        "`affine` returns the right values in the wrong order: yours is (total, out), and (out, total) is "
        "asked. Seen in all 5 failing cases, first in “small”."
    )
    others = diagnosed(bank, "return (out.sum(axis=1), out) if len(x) == 2 else (out, x.sum(axis=1))")
    assert "returned in another order" not in [each.name for each in others]


def test_what_a_driver_takes_apart() -> None:
    driver = "new, c = f(x)\nif c:\n    new, c = f(new)\ny = g(x)\nreturn {'out': new, 'y': y, 'z': h(x)}"
    assert uses(driver, frozenset("fgh")) == {
        "f": Use(parts=("out", "c")),
        "g": Use(output="y"),
        "h": Use(output="z"),
    }
    assert uses("a, b = f(x)\na, b, c = f(x)", frozenset("f")) == {"f": Use()}
    assert uses(None, frozenset("f")) == {}


@pytest.mark.parametrize(
    "answer", ["[([1], None)]", "[(dict(), 1)]", "[('gone', 1)]", "[('affine',)]", "[3]", "3"]
)
def test_a_submission_may_write_anything_into_its_trial(
    bank: Path, answer: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trials, "_WATCHED", "def _driver({parameters}):\n{driver}\n" + f"return {answer}")
    (only,) = diagnosed(bank, "return None")
    assert only.says.startswith("TypeError: cannot unpack")


@pytest.mark.parametrize(("kind", "named"), [("ZeroDivisionError", True), ("TypeError", False)])
def test_a_mistake_that_raises_is_not_any_exception_of_another_framework(
    tmp_path: Path, kind: str, named: bool
) -> None:
    pytest.importorskip("torch")
    change = "{'raise ValueError(\"no columns\")': 1 / 0}"
    unchecked = f"  - {{name: columns not checked, says: Check them., change: {change}}}\n"
    bank = small_bank.write(tmp_path, small_bank.YAML.replace("mistakes:\n", f"mistakes:\n{unchecked}"))
    source = small_bank.TORCH.replace("ValueError", kind)
    request = Request(str(bank), "affine-sum", source, "affine_sum.py", "torch", "cpu", 7)
    (only,) = judge.grade(request, FakeRunners(), lambda result: None).diagnosis
    assert (only.kind == "mistake") is named


@pytest.mark.parametrize(
    ("returned", "named"), [(RETURNED, True), ("return out, out.sum(axis=1) + 1", False)]
)
def test_a_mistake_that_forgets_to_raise_is_told_by_what_it_returns_instead(
    tmp_path: Path, returned: str, named: bool
) -> None:
    unchecked = "  - {name: columns not checked, says: You sum nothing., change: {'w.size == 0': 'False'}}\n"
    bank = small_bank.write(tmp_path, small_bank.YAML.replace("mistakes:\n", f"mistakes:\n{unchecked}"))
    source = small_bank.NUMPY.replace("w.size == 0", "False")
    source = source.replace(RETURNED, f"if w.size == 0:\n        {returned}\n    {RETURNED}")
    request = Request(str(bank), "affine-sum", source, "affine_sum.py", "numpy", "cpu", 7)
    (only,) = judge.grade(request, FakeRunners(), lambda result: None).diagnosis
    assert only.name == ("columns not checked" if named else "no ValueError")
