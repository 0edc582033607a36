"""The client, the judge and a real runner on a small bank."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from drill.bank.schema import Summary
from drill.errors import BadInput
from drill.grading import client
from drill.grading.report import CaseResult, Report, Request
from drill.grading.verify import verify
from drill.runner.client import stop_warm_hosts
from tests.grading import small_bank


@dataclass(frozen=True)
class Settings:
    runtime: Path
    idle_minutes: int = 0


@pytest.fixture(scope="module", params=[0, 5], ids=["cold", "warm"])
def settings(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """Every test in both modes: a host for each grading, or one that stays for all."""
    found = Settings(tmp_path_factory.mktemp("run"), request.param)
    yield found
    assert bool(stop_warm_hosts(found)) == bool(request.param)


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    return small_bank.write(tmp_path / "bank")


def grade(bank: Path, settings: Settings, source: str, **changes: Any) -> Report:
    fields: dict[str, Any] = {"bank": str(bank), "problem": "affine-sum", "source": source}
    fields["file_name"] = "affine_sum.py"
    fields |= {"framework": "numpy", "device": "cpu", "seed": 11, **changes}
    return client.grade(Request(**fields), settings)


def test_warm_and_cold_say_the_same(bank: Path, tmp_path: Path) -> None:
    cold, warm = Settings(tmp_path / "cold"), Settings(tmp_path / "warm", idle_minutes=5)
    right = small_bank.NUMPY
    sources = [
        right,
        right.replace("x * w", "x + w"),
        right.replace("out =", "out = nothing"),
        "def (",
        "x = 1",
    ]
    try:
        for source in sources:
            one, other = (_untimed(grade(bank, settings, source)) for settings in (cold, warm))
            assert one == other
            assert other.verdict != "internal error"
    finally:
        (host,) = stop_warm_hosts(warm)
    assert host["served"] == len(sources)


def _untimed(report: Report) -> Report:
    cases = tuple(replace(case, seconds=0.0) for case in report.cases)
    return replace(report, cases=cases, seconds=0.0)


def test_cases_arrive_before_the_report(bank: Path, settings: Settings) -> None:
    seen: list[CaseResult] = []
    request = Request(str(bank), "affine-sum", small_bank.NUMPY, "a.py", "numpy", "cpu", 1)
    report = client.grade(request, settings, seen.append)
    assert report.accepted
    assert tuple(seen) == report.cases


def test_python_loops_are_too_slow(tmp_path: Path, settings: Settings) -> None:
    bank = small_bank.write(
        tmp_path / "bank",
        yaml=small_bank.YAML.replace("n: 2000, d: 50}, at_most: 400", "n: 60000, d: 50}, at_most: 5"),
    )
    report = grade(bank, settings, small_bank.RIGHT)
    assert report.verdict == "time limit exceeded"
    assert [case.verdict for case in report.cases[:-1]] == 5 * ["accepted"]
    assert "vectorise" in report.cases[-1].message


def test_state_that_shows_within_one_case_is_named(bank: Path, settings: Settings) -> None:
    source = small_bank.NUMPY.replace("shift=1.0):", "shift=1.0, seen=[]):").replace(
        "    out =", "    seen.append(x)\n    shift = shift + (len(seen) > 1) * np.sin(17 * x)\n    out ="
    )
    report = grade(bank, settings, source)
    assert {case.name: case.verdict for case in report.cases}["shifted"] == "wrong answer"
    assert [each.name for each in report.diagnosis] == ["state kept between calls"]


def test_an_endless_loop_is_stopped_and_the_rest_runs(tmp_path: Path, settings: Settings) -> None:
    bank = small_bank.write(tmp_path / "bank", yaml=small_bank.YAML + "limits: {seconds: 0.3}\n")
    source = small_bank.NUMPY.replace("    out =", "    while shift == 2.5: pass\n    out =")
    report = grade(bank, settings, source)
    assert [case.verdict for case in report.cases[:3]] == ["accepted", "time limit exceeded", "accepted"]


def test_a_fault_of_the_bank_is_an_internal_error(tmp_path: Path, settings: Settings) -> None:
    bank = small_bank.write(
        tmp_path / "bank", cases="def generate(rng, n, d, shift=None, twice=False): return 3\n"
    )
    report = grade(bank, settings, small_bank.NUMPY)
    assert (report.verdict, report.cases) == ("internal error", ())
    assert report.notes == ("generate() must return a dictionary by name, not int",)


def test_a_judge_that_dies_is_an_internal_error(tmp_path: Path, settings: Settings) -> None:
    bank = small_bank.write(tmp_path / "bank", cases="import os\nos._exit(0)\n")
    assert grade(bank, settings, small_bank.NUMPY).verdict == "internal error"


@pytest.mark.slow
def test_torch(bank: Path, settings: Settings) -> None:
    pytest.importorskip("torch")
    report = grade(bank, settings, small_bank.TORCH, framework="torch")
    assert report.accepted
    assert "torch" in report.versions
    wrong = small_bank.TORCH.replace("x * w + shift", "x * w")
    (found,) = grade(bank, settings, wrong, framework="torch").diagnosis
    assert found.name == "shift left out"
    with pytest.raises(BadInput, match="no abacus"):
        grade(bank, settings, small_bank.TORCH, framework="torch", device="abacus")


@pytest.mark.slow
def test_verify(bank: Path, settings: Settings) -> None:
    problem = small_bank.problem(bank)
    names = (
        "id",
        "title",
        "topic",
        "difficulty",
        "minutes",
        "frameworks",
        "prerequisites",
        "root",
        "digest",
    )
    summary = Summary(**{name: getattr(problem, name) for name in names})
    broken = Summary(**{**{name: getattr(problem, name) for name in names}, "id": "not-there"})
    found = verify([summary, broken], settings, seed=1, torch=False)
    assert [each.id for each in found.problems] == ["affine-sum", "not-there"]
    assert found.problems[0].surprises == ()
    assert not found.ok


def test_the_command_lines_side_imports_no_numpy() -> None:
    program = "import sys, drill.grading.client, drill.grading.verify; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
