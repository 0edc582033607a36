"""`drill(...)`: the command line in this process, in a home of its own, with a bank of two scaffolded
problems and a judge that says what the test wants."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from drill.bank.scaffold import scaffold
from drill.cli import _run
from drill.grading.report import CaseResult, Diagnosis, Report, Request

NOON = "2026-11-21T12:00:00+00:00"
MISTAKE = Diagnosis("mistake", "no eps", "A row of zeros is divided by zero and becomes NaN.", "one row", "y")


@dataclass
class Result:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def last(self) -> str:
        return self.out.rstrip("\n").rpartition("\n")[2]


@dataclass
class Cli:
    """Call it with the words of a command line."""

    home: Path
    monkeypatch: pytest.MonkeyPatch
    capsys: pytest.CaptureFixture[str]
    requests: list[Request] = field(default_factory=list)

    def __call__(self, *words: str | Path, ok: bool = True) -> Result:
        self.capsys.readouterr()
        code = _run([str(word) for word in words])
        out, err = self.capsys.readouterr()
        assert not ok or code == 0, (code, out, err)
        return Result(code, out, err)

    @property
    def file(self) -> Path:
        return self.home / "workspace" / "unit_rows.py"

    def later(self, **delta: float) -> None:
        """Move the clock on."""
        moment = datetime.fromisoformat(NOON) + timedelta(**delta)
        self.monkeypatch.setenv("DRILL_NOW", moment.isoformat())

    def judged(self, **changes: Any) -> None:
        """What the judge will say from now on."""

        def grade(request: Request, *rest: object) -> Report:
            self.requests.append(request)
            return report(request, **changes)

        self.monkeypatch.setattr("drill.grading.client.grade", grade)

    def wrong(self) -> None:
        case = CaseResult("one row", False, "wrong answer", 0.002, "y[0, 1] is nan; 0.0 is expected")
        self.judged(verdict="wrong answer", cases=(case,), diagnosis=(MISTAKE,))


def report(request: Request, **changes: Any) -> Report:
    """An accepted one, but for the changes."""
    accepted = Report(
        problem=request.problem,
        framework=request.framework,
        device=request.device,
        verdict="accepted",
        cases=(CaseResult("one row", True, "accepted", 0.001),),
        diagnosis=(),
        seed=request.seed,
        bank="d1g3st",
        versions={"python": "3", "numpy": "2"},
        isolated=True,
        seconds=0.5,
    )
    return replace(accepted, **changes)


@pytest.fixture
def drill(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Cli:
    bank = tmp_path / "bank"
    scaffold(bank, "basics", "unit-rows")
    scaffold(bank, "extras", "row-norms")
    monkeypatch.setattr("drill.cli.session.builtin_root", lambda: bank)
    monkeypatch.setattr("drill.cli.ahead.start", lambda words: None)
    home = tmp_path / "home"
    for name in ("NO_COLOR", "FORCE_COLOR", "DRILL_DEBUG", "DRILL_FRAMEWORK"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DRILL_HOME", str(home))
    monkeypatch.setenv("DRILL_NOW", NOON)
    monkeypatch.setenv("TZ", "UTC")
    monkeypatch.setenv("COLUMNS", "80")
    cli = Cli(home, monkeypatch, capsys)
    cli.judged()
    return cli
