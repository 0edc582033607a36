"""A learner's world in a temporary folder: six small problems, a movable clock, commands as new sessions."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone, tzinfo
from pathlib import Path
from typing import Any

import pytest

from drill.bank.schema import Case, Framework, Problem, Summary, UnknownProblem
from drill.grading.report import CaseResult, Diagnosis, Report, Verdict
from drill.practice.practice import Practice
from drill.practice.results import Recorded, Started
from drill.schedule.rating import Rating
from drill.settings import Settings

STARTER = "def f(x):\n    raise NotImplementedError\n"


@dataclass(frozen=True)
class FakeBank:
    """The two methods of `Bank` that practice uses."""

    problems: tuple[Problem, ...]

    def summaries(self) -> tuple[Summary, ...]:
        names = Summary.__dataclass_fields__
        return tuple(Summary(**{name: getattr(p, name) for name in names}) for p in self.problems)

    def get(self, problem_id: str) -> Problem:
        for problem in self.problems:
            if problem.id == problem_id:
                return problem
        raise UnknownProblem(problem_id, ())


def make_problem(root: Path, problem_id: str, topic: str, **fields: Any) -> Problem:
    defaults: dict[str, Any] = {
        "difficulty": "easy",
        "minutes": 10,
        "frameworks": ("numpy", "torch"),
        "hints": ("look", "look closer", "it is f(x) = x"),
        "prerequisites": (),
    }
    problem = Problem(
        id=problem_id,
        title=problem_id.title(),
        topic=topic,
        source="",
        statement="Say x.",
        starter=STARTER,
        cases=(Case("plain", visible=True), Case("hidden")),
        mistakes=(),
        root=root,
        path=root / "problems" / topic / f"{problem_id}.yaml",
        digest="d1g3st",
        **{**defaults, **fields},
    )
    for framework in problem.frameworks:
        problem.reference(framework).parent.mkdir(parents=True, exist_ok=True)
        problem.reference(framework).write_text(f"# {framework}\n")
    return problem


def make_bank(root: Path) -> FakeBank:
    return FakeBank(
        (
            make_problem(root, "conv-output-shape", "convolution"),
            make_problem(root, "iou", "detection"),
            make_problem(root, "nms", "detection", difficulty="medium", prerequisites=("iou", "no-such")),
            make_problem(root, "batchnorm", "normalization", difficulty="hard", minutes=30),
            make_problem(root, "adam-step", "optimizers", frameworks=("torch",)),
            make_problem(root, "lstm-cell", "recurrent", difficulty="medium"),
        )
    )


class World:
    """`at` moves the clock; each method is one command: it opens the log, acts, and closes it."""

    def __init__(self, folder: Path) -> None:
        self.bank = make_bank(folder / "bank")
        self.now = datetime(2026, 11, 21, 9, 0, tzinfo=timezone.utc)
        home = folder / "home"
        self.settings = Settings(
            home=home,
            workspace=home / "workspace",
            cache=home / "cache",
            runtime=home / "run",
            config=home / "config.toml",
            zone=timezone.utc,
        )
        self.notices: tuple[str, ...] = ()

    def set(self, **fields: Any) -> None:
        self.settings = replace(self.settings, **fields)

    def zone(self, zone: tzinfo) -> None:
        self.set(zone=zone)

    def later(self, **delta: float) -> None:
        self.now += timedelta(**delta)

    @contextmanager
    def session(self) -> Iterator[Practice]:
        practice = Practice.open(self.bank, self.settings, self.now)  # type: ignore[arg-type]
        self.notices = practice.notices
        try:
            yield practice
        finally:
            practice.close()

    def do(self, method: str, *args: Any, **kwargs: Any) -> Any:
        with self.session() as practice:
            return getattr(practice, method)(*args, **kwargs)

    def start(self, problem_id: str, framework: str | None = None) -> Started:
        started = self.do("start", problem_id, framework)
        assert isinstance(started, Started)
        return started

    def submit(
        self,
        problem_id: str,
        verdict: Verdict = "accepted",
        source: str = "def f(x):\n    return x\n",
        rate: Rating | None = None,
        slips: tuple[str, ...] = (),
        framework: Framework = "numpy",
    ) -> Recorded:
        report = make_report(problem_id, verdict, slips, framework)
        path = self.settings.workspace / (problem_id.replace("-", "_") + ".py")
        recorded = self.do("submitted", report, source, path, rate)
        assert isinstance(recorded, Recorded)
        return recorded

    def solve(self, problem_id: str) -> Recorded:
        """Start and solve at once: Easy."""
        self.start(problem_id)
        return self.submit(problem_id)

    def file(self, problem_id: str) -> Path:
        return self.settings.workspace / (problem_id.replace("-", "_") + ".py")


def make_report(
    problem_id: str, verdict: Verdict, slips: tuple[str, ...] = (), framework: Framework = "numpy"
) -> Report:
    return Report(
        problem=problem_id,
        framework=framework,
        device="cpu",
        verdict=verdict,
        cases=(CaseResult("plain", True, "accepted", 0.01), CaseResult("hidden", False, verdict, 0.01)),
        diagnosis=tuple(Diagnosis("mistake", name, "says") for name in slips),
        seed=7,
        bank="d1g3st",
        versions={"numpy": "2.0.0"},
        isolated=True,
        seconds=0.1,
    )


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)
