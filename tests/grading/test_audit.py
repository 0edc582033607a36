"""`drill verify` in the judge: what is sent, what is a surprise, what the cases' usual holes are."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from drill.grading import judge
from drill.grading.audit import Auditor
from drill.grading.holes import holes
from drill.grading.verify import Checked, Mutants, ProblemCheck, Verification, from_plain
from tests.grading import small_bank
from tests.grading.fakes import FakeRunners


def auditor(root: Path, **files: str) -> Auditor:
    return Auditor(small_bank.problem(small_bank.write(root, **files)), FakeRunners(), seed=3)


def check(root: Path, **files: str) -> ProblemCheck:
    return auditor(root, **files).check()


def found_holes(root: Path, **files: str) -> tuple[str, ...]:
    exam = auditor(root, **files)._exam("numpy")
    return holes(exam.grader, tuple(exam.cases()))


def by_name(rows: tuple[Checked, ...], name: str) -> Checked:
    return next(row for row in rows if row.name == name)


def test_a_sound_problem_has_no_surprise(tmp_path: Path) -> None:
    found = check(tmp_path)
    assert found.surprises == ()
    assert {row.verdict for row in found.references} == {"accepted"}
    assert [(row.name, row.verdict) for row in found.right] == [("right/loops.py", "accepted")]
    assert [(row.name, row.verdict) for row in found.wrong] == [("wrong/scaled_shift.py", "wrong answer")]
    assert [row.verdict for row in found.mistakes] == 4 * ["wrong answer"]
    assert [row.diagnosed_as for row in found.mistakes] == [(row.name,) for row in found.mistakes]
    assert {row.verdict for row in found.starter} == {"run-time error"}
    assert {row.verdict for row in found.cheats} == {"rule violation"}
    assert found.named == 4
    assert 0 < found.accepted_error < 1
    assert found.refused_error is not None
    assert found.refused_error > 1e4


def test_margins(tmp_path: Path) -> None:
    found = check(tmp_path)
    assert by_name(found.mistakes, "shift left out").error is not None
    assert by_name(found.mistakes, "writes into x").error is None  # no tolerance could hide it
    row = by_name(found.right, "right/loops.py")
    assert row.error is not None
    assert row.error < 0.01


def test_a_wrong_version_that_passes_is_a_surprise(tmp_path: Path) -> None:
    harmless = small_bank.YAML.replace('{"x * w + shift": "x * w"}', '{"x * w + shift": "shift + x * w"}')
    found = check(tmp_path, yaml=harmless)
    assert found.surprises == ("shift left out (numpy): accepted, not wrong answer",)


def test_a_mistake_that_crashes_everywhere_is_refused(tmp_path: Path) -> None:
    crash = small_bank.YAML.replace(
        'change: {"x * w + shift": "x * w"}',
        'verdict: run-time error\n    change: {"x * w + shift": "x[0] @ x"}',
    )
    crash = crash.replace("  - {name: no columns, n: 3, d: 0, raises: ValueError}\n", "")
    found = check(tmp_path, yaml=crash)
    assert found.surprises == (
        "shift left out (numpy) ends with an error in every case: that teaches nothing",
    )


def test_a_narrow_margin_is_a_warning(tmp_path: Path) -> None:
    loose = small_bank.YAML.replace("float64: 1.0e-7", "float64: 0.15, float32: 0.15")
    warnings = check(tmp_path, yaml=loose).warnings
    assert any("shift left out" in each and "times the tolerance away" in each for each in warnings)


def test_a_starter_that_passes_is_a_surprise(tmp_path: Path) -> None:
    body = (
        "\n      out = x * w + shift\n      if w.size == 0:\n          raise ValueError('no')\n"
        "      return out, out.sum(1)\n"
    )
    yaml = small_bank.YAML.replace("\n      raise NotImplementedError\n", body, 1)
    assert any(each.startswith("starter (numpy): accepted") for each in check(tmp_path, yaml=yaml).surprises)


def test_a_reference_that_is_not_deterministic(tmp_path: Path) -> None:
    drifting = "state = [0.0]\n" + small_bank.NUMPY.replace(
        "    out =", "    state[0] += 1e-12\n    x = x + state[0]\n    out ="
    )
    found = check(tmp_path, numpy=drifting)
    assert "the reference is not deterministic (case 'small')" in found.faults


def test_cases_that_ignore_the_generator(tmp_path: Path) -> None:
    fixed = small_bank.CASES.replace("options = {}", "rng = np.random.default_rng(1); options = {}")
    assert "no case changes with the seed" in check(tmp_path, cases=fixed).faults
    free = small_bank.CASES.replace("options = {}", "rng = np.random.default_rng(); options = {}")
    assert any("not determined by its generator" in each for each in check(tmp_path, cases=free).faults)


def test_mutants_that_no_case_kills(tmp_path: Path) -> None:
    found = auditor(tmp_path).mutants()
    assert found.count > 15
    assert found.survivors == found.unlisted
    lazy = small_bank.YAML.replace("  - {name: no columns, n: 3, d: 0, raises: ValueError}\n", "")
    (diff, *_) = auditor(tmp_path, yaml=lazy).mutants().unlisted
    assert diff.splitlines() == [
        "--- reference_numpy.py",
        "+++ reference_numpy.py (mutant)",
        "@@ -5 +5 @@",
        "-    if w.size == 0:",
        "+    if w.size == 1:",
    ]


def test_the_list_of_equivalent_mutants_is_checked_both_ways(tmp_path: Path) -> None:
    slack = small_bank.NUMPY.replace("w.size == 0", "w.size < 1")
    before = auditor(tmp_path, numpy=slack).mutants()
    (diff,) = [each for each in before.unlisted if "w.size <= 1" not in each][:1] or [""]
    assert all("size" in each for each in before.unlisted), diff
    listed = small_bank.YAML + (
        'equivalent:\n  - {line: "out = x * w + shift", change: "out = x * w - shift", because: it is not}\n'
    )
    after = auditor(tmp_path, yaml=listed, numpy=slack).mutants()
    assert after.stale == ("out = x * w + shift  ->  out = x * w - shift",)


def test_holes(tmp_path: Path) -> None:
    assert found_holes(tmp_path) == ()
    plain = small_bank.YAML.replace(", shift: 2.5", "").replace(", shift: 0.5", "")
    assert "no case gives affine a value for shift" in found_holes(tmp_path, yaml=plain)
    default = small_bank.YAML.replace("shift: 2.5", "shift: 1.0").replace("shift: 0.5", "shift: 1.0")
    assert "shift of affine is 1.0 in every case, its default" in found_holes(tmp_path, yaml=default)
    driven = plain.replace("**options", "shift=1.0")
    assert "shift of affine is 1.0 in every case, its default" in found_holes(tmp_path, yaml=driven)
    deaf = small_bank.YAML.replace("total: {atol: 1.0e-5}", "total: {atol: 1.0e+5}")
    assert found_holes(tmp_path, yaml=deaf) == ("zeros would pass for total in every case",)
    doubles = small_bank.YAML.replace(", dtype: float32", "")
    assert "no case is in float32" in found_holes(tmp_path, yaml=doubles)
    square = small_bank.CASES.replace("standard_normal((n, d))", "standard_normal((d, d))")
    assert "x with 2 axes is square in every case" in found_holes(tmp_path, cases=square)
    ones = small_bank.CASES.replace("rng.uniform(1, 2, d)", "np.ones(d)")
    assert "all values of w are the same in every case" in found_holes(tmp_path, cases=ones)
    zero = small_bank.CASES.replace("2 + rng.standard_normal((n, d))", "np.zeros((n, d))")
    assert "all values of x are the same in every case" in found_holes(tmp_path, cases=zero)
    centred = small_bank.CASES.replace(
        "2 + rng.standard_normal((n, d))", "np.array(n * [np.arange(-d, d + 1.0)])[:, 1:-1:2]"
    )
    centred = (
        centred.replace("rng.uniform(1, 2, d)", "np.linspace(-1., 1., d)")
        .replace("list(range", "list(map(float, range")
        .replace("))])", ")))])")
    )
    assert "all floating input is symmetric about zero in every case" in found_holes(tmp_path, cases=centred)
    single = small_bank.CASES.replace("standard_normal((n, d))", "standard_normal((1, d + 1))[:, :d]")
    assert "the first axis of x has size 1 in every case" in found_holes(tmp_path, cases=single)


def test_an_excused_hole_is_none_and_an_idle_excuse_is_a_fault(tmp_path: Path) -> None:
    ones = small_bank.CASES.replace("rng.uniform(1, 2, d)", "np.ones(d)")
    excuse = 'NOT_HOLES = {"all values of w are the same in every case": "for the test"}\n'
    assert found_holes(tmp_path, cases=ones + excuse) == ()
    assert found_holes(tmp_path, cases=small_bank.CASES + excuse) == (
        "cases.py excuses what is no hole: all values of w are the same in every case",
    )


def test_what_was_found_survives_the_trip() -> None:
    row = Checked("a", "numpy", "cpu", "accepted", "accepted", 0.1, 0.2, ("b",), "says", False)
    found = ProblemCheck(
        "p", references=(row,), mistakes=(row,), faults=("f",), mutants=Mutants(3, ("d",), (), ())
    )
    assert from_plain(asdict(found)) == found
    assert from_plain(asdict(ProblemCheck("p"))) == ProblemCheck("p")


def test_surprises() -> None:
    def row(**changes: Any) -> Checked:
        fields = {"name": "m", "framework": "numpy", "device": "cpu", "expected": "wrong answer"}
        return Checked(**{**fields, "verdict": "wrong answer", "error": 99.0, "share": 0.0, **changes})

    assert ProblemCheck("p", mistakes=(row(diagnosed_as=("m",)),)).surprises == ()
    assert ProblemCheck("p", mistakes=(row(diagnosed_as=("other",)),)).surprises != ()
    assert ProblemCheck("p", mistakes=(row(diagnosed_as=("other", "m")),)).surprises == ()
    unnamed = ProblemCheck("p", mistakes=(row(),))
    assert unnamed.surprises == ()
    assert unnamed.warnings == ("m (numpy) is not named by the diagnosis",)
    mutants = ProblemCheck("p", mutants=Mutants(2, ("d",), ("d",), ("old",)))
    assert len(mutants.surprises) == 2
    assert not Verification((mutants,)).ok
    assert not Verification((), missing=("p",)).ok
    assert Verification((unnamed,)).ok


def test_serve_answers_verify(tmp_path: Path) -> None:
    events: list[dict[str, Any]] = []
    bank = small_bank.write(tmp_path)
    request = {"op": "verify", "bank": str(bank), "problem": "affine-sum", "seed": 1, "mutate": True}
    judge.serve(request, FakeRunners(), events.append)
    (event,) = events
    found = from_plain(event["check"])
    assert found.mutants is not None
    assert found.seconds > 0
