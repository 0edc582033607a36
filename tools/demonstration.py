"""A learner who does not exist: two months of practice with a fixed clock and seed, through drill's own door.

The pictures in docs/ show this learner's pages, and tests read them.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone
from pathlib import Path
from random import Random

from drill.bank.bank import Bank, builtin_root
from drill.bank.schema import Problem
from drill.bank.tracks import Track
from drill.grading.report import CaseResult, Diagnosis, Report, Verdict
from drill.practice.mocks import Judgement
from drill.practice.practice import Practice
from drill.practice.results import Started
from drill.settings import Settings, load

NOW = datetime(2026, 11, 21, 18, tzinfo=timezone.utc)
DAYS, PLANNED, INTERVIEW = 60, 14, 24  # days: ago, ago, ahead
MOCKS = {16: 2.5, 9: 1.6, 2: 1.1}  # by days ago: how much slower than usual
_EVERYTHING = Track("everything", "every problem", Path(), everything=1.0)
_ANSWERS: tuple[Judgement, ...] = ("good", "partly", "good", "missed")


def settings(home: Path) -> Settings:
    return load({"DRILL_HOME": str(home), "DRILL_NEW_PER_DAY": "1"})


def practise(home: Path, days: int = DAYS) -> None:
    """Fill the log below `home` with the last `days` days."""
    learner = _Learner(home)
    for day in range(days, -1, -1):
        evening = NOW - timedelta(days=day, hours=2)
        if day == PLANNED:
            learner.plan(evening)
        if day in MOCKS:
            learner.mock(evening, nerves=MOCKS[day])
        elif learner.random.random() < 0.75:
            learner.practise(evening)


class _Learner:
    """Forgets, slips, and gets quicker. `skill` is of each problem: 0 at first, towards 1."""

    def __init__(self, home: Path) -> None:
        self.settings, self.random = settings(home), Random(7)
        self.bank = Bank.open([builtin_root()], self.settings.cache)
        self.skill: dict[str, float] = {}

    @contextmanager
    def drill(self, now: datetime) -> Iterator[Practice]:
        practice = Practice.open(self.bank, self.settings, now)
        try:
            yield practice
        finally:
            practice.close()

    def plan(self, now: datetime) -> None:
        with self.drill(now) as practice:
            practice.make_plan((NOW + timedelta(days=INTERVIEW)).date(), 40, _EVERYTHING)

    def practise(self, now: datetime) -> None:
        """A few problems, one after the other."""
        for _ in range(self.random.choice((1, 2, 2, 3))):
            with self.drill(now) as practice:
                started = practice.next()
            if not isinstance(started, Started):
                return
            now = self._work(started, now) + timedelta(minutes=4)

    def mock(self, now: datetime, nerves: float) -> None:
        """A mock interview, which takes `nerves` times as long as usual, and the questions after it."""
        with self.drill(now) as practice:
            practice.interview.start(45, None, self.random.getrandbits(40))
        while True:
            with self.drill(now) as practice:
                started = practice.next()
            if not isinstance(started, Started):
                break
            now = self._work(started, now, nerves)
        with self.drill(now) as practice:
            practice.interview.end()
            for question in practice.interview.questions():
                practice.interview.answer(question, "In my own words.")
                practice.interview.judge(question, self.random.choice(_ANSWERS))
            practice.interview.finish()

    def _work(self, started: Started, now: datetime, nerves: float = 0.0) -> datetime:
        """Solve a problem, or give it up; until when that took. `nerves` are those of a mock interview."""
        problem, skill = started.problem, self.skill.get(started.problem.id, 0.0)
        if not nerves and self.random.random() < 0.3 * (1 - skill):
            now += timedelta(minutes=1.5 * problem.minutes)
            with self.drill(now) as practice:
                practice.reveal(problem.id)
            return now
        pace = self.random.lognormvariate(0.5 - 0.8 * skill, 0.3) * (nerves or 1)
        for number, (verdict, slip) in enumerate(self._submissions(problem, skill)):
            now += timedelta(minutes=problem.minutes * pace * 0.6)
            with self.drill(now) as practice:
                report = _graded(problem, verdict, slip)
                practice.ran(report)
                practice.submitted(report, f"# solution {number}\n", started.path)
        self.skill[problem.id] = skill + (1 - skill) * 0.4
        return now

    def _submissions(self, problem: Problem, skill: float) -> Iterator[tuple[Verdict, str]]:
        while self.random.random() < 0.55 * (1 - skill):
            yield "wrong answer", self.random.choice(problem.mistakes[:3]).name
        yield "accepted", ""


def _graded(problem: Problem, verdict: Verdict, slip: str) -> Report:
    cases = tuple(
        CaseResult(case.name, case.visible, "accepted" if number % 3 else verdict, 0.001)
        for number, case in enumerate(problem.cases)
    )
    return Report(
        problem=problem.id,
        framework=problem.primary,
        device="cpu",
        verdict=verdict,
        cases=cases,
        diagnosis=(Diagnosis("mistake", slip, slip),) if slip else (),
        seed=1,
        bank=problem.digest,
        versions={},
        isolated=True,
        seconds=0.2,
    )
