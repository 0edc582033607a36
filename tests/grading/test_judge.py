"""One submission from its source to its report, with a runner that has no walls."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from drill.grading import judge
from drill.grading.report import CaseResult, Report, Request, from_plain
from tests.grading import small_bank
from tests.grading.fakes import FakeRunner, FakeRunners


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    return small_bank.write(tmp_path)


def grade(bank: Path, source: str, runners: FakeRunners | None = None, **changes: Any) -> Report:
    request = {
        "bank": str(bank),
        "problem": "affine-sum",
        "source": source,
        "file_name": "affine_sum.py",
        "framework": "numpy",
        "device": "cpu",
        "seed": 7,
        **changes,
    }
    return judge.grade(Request(**request), runners or FakeRunners(), lambda result: None)


def edited(before: str, after: str) -> str:
    assert before in small_bank.NUMPY
    return small_bank.NUMPY.replace(before, after)


def case(report: Report, name: str) -> CaseResult:
    return next(each for each in report.cases if each.name == name)


def test_the_reference_is_accepted(bank: Path) -> None:
    report = grade(bank, small_bank.NUMPY)
    assert report.verdict == "accepted"
    assert report.diagnosis == ()
    assert [each.name for each in report.cases] == [
        *("small", "shifted", "single", "strided", "no columns", "speed: n=2000, d=50")
    ]
    assert {each.verdict for each in report.cases} == {"accepted"}
    assert report.seed == 7
    assert report.bank == small_bank.problem(bank).digest
    assert {"python", "drill", "numpy"} <= set(report.versions)


def test_only_visible_cases_and_opened_ones_are_run_on_request(bank: Path) -> None:
    report = grade(bank, small_bank.NUMPY, cases="visible", opened=("strided",))
    assert [each.name for each in report.cases] == ["small", "strided"]


def test_a_listed_mistake_is_named(bank: Path) -> None:
    report = grade(bank, edited("x * w + shift", "w * x"))
    assert report.verdict == "wrong answer"
    assert [(each.kind, each.name, each.says) for each in report.diagnosis] == [
        ("mistake", "shift left out", "You did not add the shift.")
    ]


def test_two_listed_mistakes_at_once_are_both_named(bank: Path) -> None:
    two = edited("x * w + shift", "w * x").replace("axis=1", "axis=0")
    assert [(each.kind, each.name) for each in grade(bank, two).diagnosis] == [
        ("mistake", "shift left out"),
        ("mistake", "sum of columns"),
    ]


def test_a_listed_mistake_gives_one_of_the_outputs(bank: Path) -> None:
    other = edited("x * w + shift", "w * x").replace("out.sum(axis=1)", "out.sum(axis=1) ** 3 + w[0]")
    first, *rest = grade(bank, other).diagnosis
    assert (first.name, first.output) == ("shift left out", "out")
    assert first.says.endswith("It does not explain `total`.")
    assert [each.output for each in rest] == ["total"]


CRASH = """\
mistakes:
  - name: a weight dropped
    says: The first weight is missing.
    change: {"x * w": "x * w[1:]"}
    verdict: run-time error
"""


def test_a_listed_mistake_that_ends_in_an_error_is_named_beside_its_line(tmp_path: Path) -> None:
    bank = small_bank.write(tmp_path, small_bank.YAML.replace("mistakes:\n", CRASH))
    report = grade(bank, edited("x * w + shift", "x * w[1:] + shift"))
    assert report.verdict == "run-time error"
    assert [(each.kind, each.name, each.line) for each in report.diagnosis] == [
        ("mistake", "a weight dropped", None),
        ("error", "ValueError", 7),
    ]
    other = grade(bank, edited("x * w + shift", "x * w[:-1, None] + shift"))  # the same class, other words
    assert [each.kind for each in other.diagnosis if each.kind == "mistake"] == []


def test_a_visible_failure_is_laid_out_and_a_hidden_one_is_not(bank: Path) -> None:
    report = grade(bank, edited("x * w + shift", "x * w"))
    visible = case(report, "small")
    assert [(each.name, each.kind) for each in visible.shown[:2]] == [("x", "input"), ("w", "input")]
    got = next(each for each in visible.shown if each.kind == "got" and each.name == "out")
    assert got.summary == "float64 (2, 3)"
    assert got.marks == (0, 1, 2, 3, 4, 5)
    assert case(report, "shifted").shown == ()


def test_why_lays_out_the_first_hidden_failure(bank: Path) -> None:
    report = grade(bank, edited("+ shift", "+ 1.0"), cases="why")
    assert case(report, "small").verdict == "accepted"
    assert case(report, "shifted").shown != ()
    assert case(report, "single").shown == ()


def test_an_input_that_was_modified_is_a_wrong_answer(bank: Path) -> None:
    report = grade(bank, edited("    out = x * w + shift", "    out = x * w + shift\n    x[0] = 0"))
    assert case(report, "small").verdict == "wrong answer"
    assert case(report, "small").message == "the input x was modified; work on a copy"


def test_an_exception_is_a_run_time_error_with_its_line(bank: Path) -> None:
    report = grade(bank, edited("    out = x * w + shift", "    out = x @ w.reshape(1, -1)"))
    assert report.verdict == "run-time error"
    assert "ValueError" in case(report, "small").message
    assert "(line 7)" in case(report, "small").message


def test_the_untouched_starter_is_not_written_yet(bank: Path) -> None:
    source = "def affine(x, w, shift=1.0):\n    raise NotImplementedError\n"
    report = grade(bank, source)
    assert report.verdict == "run-time error"
    assert {each.message for each in report.cases} == {"not written yet"}


def test_a_case_that_asks_for_an_exception(bank: Path) -> None:
    returns = grade(bank, edited('raise ValueError("no columns")', "return x, x.sum(axis=1)"))
    assert case(returns, "no columns").message == "returned a value; ValueError is expected"
    other = grade(bank, edited('ValueError("no columns")', 'KeyError("no columns")'))
    assert case(other, "no columns").verdict == "wrong answer"
    assert "it raised KeyError" in case(other, "no columns").message
    derived = grade(bank, edited('ValueError("no columns")', "UnicodeError()"))
    assert derived.verdict == "accepted"


def test_an_exception_of_the_driver_is_not_the_one_asked_for(bank: Path) -> None:
    """Unpacking what was returned raises ValueError too."""
    report = grade(bank, edited('raise ValueError("no columns")', "return 1, 2, 3"))
    assert case(report, "no columns").verdict == "wrong answer"


def test_a_dtype_is_part_of_the_answer(bank: Path) -> None:
    report = grade(bank, edited("x * w + shift", "(x * w + shift).astype(np.float64)"))
    assert case(report, "single").message == "out is float64; float32 is expected"
    assert case(report, "shifted").verdict == "accepted"


def test_a_crash_starts_a_fresh_process(bank: Path) -> None:
    runners = FakeRunners()
    crash = "class Crash(Exception): ...\n" + edited(
        "    out =", "    if shift == 2.5: raise Crash\n    out ="
    )
    report = grade(bank, crash, runners)
    assert case(report, "shifted").verdict == "run-time error"
    assert case(report, "single").verdict == "accepted"
    assert runners.started == 2


def test_a_second_timeout_ends_the_run(bank: Path) -> None:
    slow = "class Slow(Exception): ...\n" + edited("    out =", "    if shift != 1: raise Slow\n    out =")
    report = grade(bank, slow)
    assert [each.verdict for each in report.cases] == ["accepted"] + 5 * ["time limit exceeded"]
    assert [each.message for each in report.cases[3:]] == 3 * ["not run"]
    assert report.verdict == "time limit exceeded"


@pytest.mark.parametrize(
    ("times", "expected"), [([9.0, 0.01], "accepted"), ([9.0, 8.0], "time limit exceeded")]
)
def test_a_late_speed_case_gets_a_second_try_in_a_fresh_process(
    bank: Path, monkeypatch: pytest.MonkeyPatch, times: list[float], expected: str
) -> None:
    call = FakeRunner.call

    def timed(self: FakeRunner, inputs: Any, layout: str, limits: Any) -> Any:
        cpu = times.pop(0) if len(inputs["x"]) == 2000 else 0.001
        return replace(call(self, inputs, layout, limits), cpu=cpu)

    monkeypatch.setattr(FakeRunner, "call", timed)
    runners = FakeRunners()
    report = grade(bank, small_bank.NUMPY, runners)
    assert report.verdict == expected
    assert runners.started == 2
    if not report.accepted:
        assert report.cases[-1].message.startswith("took 8.0 s; the reference takes ")


def test_compile_errors(bank: Path) -> None:
    syntax = grade(bank, "def affine(:\n")
    assert (syntax.verdict, syntax.cases) == ("compile error", ())
    assert syntax.diagnosis[0].name == "SyntaxError"
    missing = grade(bank, "def other(): ...\n")
    assert missing.verdict == "compile error"
    assert "affine" in missing.diagnosis[0].says
    assert grade(bank, "#" * 200_001).verdict == "compile error"
    assert grade(bank, "x = " + "-" * 100_000 + "1").verdict == "compile error"


def test_a_rule_violation_names_the_call(bank: Path) -> None:
    report = grade(bank, edited("x * w", "np.einsum('nd,d->nd', x, w)"))
    assert (report.verdict, report.cases) == ("rule violation", ())
    assert report.diagnosis[0].line == 7
    assert "np.einsum" in report.diagnosis[0].says


def test_printing_is_shown_for_visible_cases_only(bank: Path) -> None:
    report = grade(bank, edited("    out =", "    print('here')\n    out ="))
    assert case(report, "small").stdout == "here\n"
    assert case(report, "shifted").stdout == ""


def test_the_problems_own_check_replaces_the_comparison_of_values(tmp_path: Path) -> None:
    check = (
        "def check(inputs, outputs, expected):\n    return 'too low' if outputs['out'].min() < 0 else None\n"
    )
    bank = small_bank.write(tmp_path, cases=f"{small_bank.CASES}\n\n{check}")
    assert grade(bank, edited("x * w + shift", "x * w + 99")).accepted
    low = case(grade(bank, edited("x * w + shift", "x * w - 99")), "small")
    assert (low.verdict, low.message) == ("wrong answer", "too low")
    assert [each.name for each in low.shown if each.kind == "got"] == ["out", "total"]
    assert not grade(bank, edited("x * w + shift", "x * w * np.nan")).accepted
    assert not grade(bank, edited("x * w + shift", "(x * w)[:1]")).accepted


def test_the_same_seed_gives_the_same_report(bank: Path) -> None:
    source = edited("+ shift", "+ shift + 1e-9 * x")
    errors = [[each.error for each in grade(bank, source, seed=seed).cases] for seed in (1, 1, 2)]
    assert errors[0] == errors[1] != errors[2]


def test_serve_reports_cases_and_the_report(bank: Path) -> None:
    events: list[dict[str, Any]] = []
    request = {"bank": str(bank), "problem": "affine-sum", "source": small_bank.NUMPY, "file_name": "a.py",
               "framework": "numpy", "device": "cpu", "seed": 1, "cases": "all", "opened": []}  # fmt: skip
    judge.serve({"op": "grade", "request": request}, FakeRunners(), events.append)
    assert [event["event"] for event in events] == 6 * ["case"] + ["report"]
    assert from_plain(events[-1]["report"]).accepted


def test_a_fault_of_the_bank_is_nobodys_wrong_answer(tmp_path: Path) -> None:
    bank = small_bank.write(tmp_path, cases=small_bank.CASES.replace("2 +", "np.nan *"))
    events: list[dict[str, Any]] = []
    request = {"bank": str(bank), "problem": "affine-sum", "source": small_bank.NUMPY, "file_name": "a.py",
               "framework": "numpy", "device": "cpu", "seed": 1, "cases": "all", "opened": []}  # fmt: skip
    judge.serve({"op": "grade", "request": request}, FakeRunners(), events.append)
    assert events == [
        {"event": "fault", "message": "generate() returned a x with NaN or infinity for case 'small'"}
    ]


def test_a_device_that_is_not_here_is_refused(bank: Path) -> None:
    events: list[dict[str, Any]] = []
    request = {"bank": str(bank), "problem": "affine-sum", "source": "", "file_name": "a.py",
               "framework": "torch", "device": "abacus", "seed": 1, "cases": "all", "opened": []}  # fmt: skip
    judge.serve({"op": "grade", "request": request}, FakeRunners(), events.append)
    assert events == [{"event": "refused", "message": "There is no abacus device on this machine."}]
    judge.serve({"op": "grade", "request": {**request, "framework": "jax"}}, FakeRunners(), events.append)
    assert events[1]["message"] == "affine-sum is a problem for numpy and torch, not jax."


def test_why_shows_the_smallest_input_that_fails(bank: Path) -> None:
    report = grade(bank, edited("+ shift", "+ 1.0"), cases="why")
    opened = case(report, "shifted")
    x = next(each for each in opened.shown if each.name == "x")
    assert x.summary == "float64 (1, 1)"
    assert report.notes == (
        "shifted is shown on the smallest input found that fails: n=1 instead of 4, d=1 instead of 3.",
    )


INTEGERS = """\
mistakes:
  - name: rounded to integers
    says: You return integers.
    change: {"x * w + shift": "np.round(x * w + shift).astype(np.int64)"}
"""


def test_a_mistake_that_returns_integers_is_not_one_that_returns_floats(tmp_path: Path) -> None:
    yaml = small_bank.YAML.replace("mistakes:\n", INTEGERS)
    yaml = yaml.replace("  - {name: single, n: 5, d: 2, shift: 0.5, dtype: float32}\n", "")
    bank = small_bank.write(tmp_path, yaml)

    def named(dtype: str) -> list[str]:
        rounded = edited("x * w + shift", f"np.round(x * w + shift).astype(np.{dtype})")
        return [each.name for each in grade(bank, rounded).diagnosis if each.kind == "mistake"]

    assert named("int64") == named("int32") == ["rounded to integers"]
    assert named("float32") == []
