"""The judge's part of `drill verify`: every version of a problem through the door of a learner's file.

Cases are drawn once for each framework; each version gets a fresh runner.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from time import perf_counter
from typing import get_args

from drill.bank.schema import Framework, Mistake, Problem
from drill.bank.starter import header
from drill.grading import holes, mutants
from drill.grading.cases import Drawn, Grader
from drill.grading.exam import Exam
from drill.grading.machine import devices, versions
from drill.grading.mistakes import NAMEABLE, edited
from drill.grading.report import Verdict
from drill.grading.sitting import Sat, sit
from drill.grading.submission import Submission, explain, not_loaded
from drill.grading.submission import verdict as verdict_of
from drill.grading.trials import Trials
from drill.grading.values import BankFault
from drill.grading.verify import Checked, Mutants, ProblemCheck
from drill.runner.handle import LoadFailed, Runners
from drill.runner.names import forbidden


def audit(problem: Problem, runners: Runners, seed: int, mutate: bool) -> ProblemCheck:
    """All that `drill verify` wants to know of one problem."""
    start = perf_counter()
    auditor = Auditor(problem, runners, seed)
    check = auditor.check()
    if mutate:
        check = replace(check, mutants=auditor.mutants())
    return replace(check, seconds=perf_counter() - start)


class Auditor:
    def __init__(self, problem: Problem, runners: Runners, seed: int) -> None:
        self._problem = problem
        self._runners = runners
        self._seed = seed
        self._exams: dict[Framework, Exam] = {}

    def check(self) -> ProblemCheck:
        problem = self._problem
        exam = self._exam(problem.primary)
        faults = [*self._drawing_faults(), *holes.holes(exam.grader, tuple(exam.cases()))]
        return ProblemCheck(
            problem.id,
            references=tuple(self._references()),
            right=tuple(self._right()),
            wrong=tuple(self._wrong()),
            mistakes=tuple(map(self._mistake, problem.mistakes)),
            starter=tuple(self._starters()),
            cheats=tuple(self._cheats()),
            faults=tuple(faults),
        )

    # --- the versions -------------------------------------------------------------------------------------

    def _frameworks(self) -> tuple[Framework, ...]:
        here = ("numpy", "torch") if "torch" in versions() else ("numpy",)
        return tuple(framework for framework in self._problem.frameworks if framework in here)

    def _references(self) -> Iterator[Checked]:
        for framework in self._frameworks():
            path = self._problem.reference(framework)
            for device in _devices(framework):
                yield self._send(path.name, _read(path), framework, "accepted", device)

    def _right(self) -> Iterator[Checked]:
        for path in sorted((self._problem.graders / "right").glob("*.py")):
            yield from self._file(path, "accepted")

    def _wrong(self) -> Iterator[Checked]:
        for path in sorted((self._problem.graders / "wrong").glob("*.py")):
            verdict = _read(path).partition("\n")[0].lstrip("#").strip()
            if verdict not in get_args(Verdict):
                raise BankFault(
                    f"wrong/{path.name} must begin with its verdict as a comment, not {verdict!r}"
                )
            yield from self._file(path, verdict)

    def _file(self, path: Path, verdict: str) -> Iterator[Checked]:
        framework: Framework = "torch" if path.stem.endswith("_torch") else self._problem.primary
        if framework in self._frameworks():
            for device in _devices(framework):
                yield self._send(f"{path.parent.name}/{path.name}", _read(path), framework, verdict, device)

    def _mistake(self, mistake: Mistake) -> Checked:
        return self._send(
            mistake.name, edited(self._problem, mistake), self._problem.primary, mistake.verdict
        )

    def _starters(self) -> Iterator[Checked]:
        """The starter must load, and must not be accepted: its cases end with NotImplementedError."""
        for framework in self._frameworks():
            sent = self._send("starter", header(self._problem, framework), framework, "run-time error")
            yield replace(sent, everywhere=False)

    def _cheats(self) -> Iterator[Checked]:
        """A line that merely names a forbidden call, below a reference that is otherwise right."""
        framework = self._frameworks()[0]
        right = _read(self._problem.reference(framework))
        for name in self._problem.forbid:
            path = forbidden(name).path
            source = f"{right}\nimport {path.partition('.')[0]}\n_ = {path}\n"
            yield self._send(f"cheat with {name}", source, framework, "rule violation")

    def _send(
        self, name: str, source: str, framework: Framework, expected: str, device: str = "cpu"
    ) -> Checked:
        submission = self._submission(source, framework, device)
        refusal = submission.refusal()
        exam = self._exam(framework)
        timed = expected in ("accepted", "time limit exceeded")
        drawn = exam.cases() if timed else _untimed(exam)
        try:
            if refusal is None:
                sats = list(sit(self._runners, submission.program, exam.grader, drawn))
                trials = Trials(self._runners, submission.program, exam.grader, _by_name(sats))
                return _checked(name, framework, device, expected, exam, sats, trials)
        except LoadFailed as error:
            refusal = not_loaded(error, submission.problem)
        return Checked(
            name, framework, device, expected, refusal.verdict, None, 0.0, says=refusal.diagnosis[0].says
        )

    def _submission(self, source: str, framework: Framework, device: str) -> Submission:
        return Submission(self._problem, source, self._problem.file_name, framework, device)

    def _exam(self, framework: Framework) -> Exam:
        if framework not in self._exams:
            self._exams[framework] = Exam(self._problem, framework, self._seed, shared=True)
        return self._exams[framework]

    # --- the drawing itself -------------------------------------------------------------------------------

    def _drawing_faults(self) -> Iterator[str]:
        """The same seed gives the same numbers, another seed others."""
        exam = self._exam(self._problem.primary)
        grader, drawn, moved = exam.grader, tuple(_untimed(exam)), False
        for each in drawn:
            again = grader.draw(each.case, self._seed)
            if not holes.same(again.inputs, each.inputs):
                yield f"generate() is not determined by its generator (case {each.case.name!r})"
            elif not holes.same(again.values, each.values):
                yield f"the reference is not deterministic (case {each.case.name!r})"
            moved = moved or not holes.same(grader.inputs(each.case, self._seed + 1), each.inputs)
        if not moved and holes.has_floats(drawn):
            yield "no case changes with the seed"

    # --- mutants ------------------------------------------------------------------------------------------

    def mutants(self) -> Mutants:
        """Mutants of the primary reference, each until the first case that kills it."""
        framework = self._problem.primary
        exam = self._exam(framework)
        grader, drawn = exam.grader, tuple(_untimed(exam))
        path = self._problem.reference(framework)
        source = _read(path)
        found = mutants.mutants(source)
        alive = [mutant for mutant in found if self._survives(mutant.source, grader, drawn)]
        listed = {(each.line, each.change) for each in self._problem.equivalent}
        living = {(mutant.before, mutant.after) for mutant in alive}
        return Mutants(
            count=len(found),
            survivors=tuple(mutant.diff(source, path.name) for mutant in alive),
            unlisted=tuple(m.diff(source, path.name) for m in alive if (m.before, m.after) not in listed),
            stale=tuple(f"{line}  ->  {change}" for line, change in sorted(listed - living)),
        )

    def _survives(self, source: str, grader: Grader, drawn: Sequence[Drawn]) -> bool:
        framework = self._problem.primary
        try:
            sats = sit(self._runners, self._submission(source, framework, "cpu").program, grader, drawn)
            return all(sat.failure is None for sat in sats)
        except LoadFailed:
            return False


def _checked(
    name: str,
    framework: str,
    device: str,
    expected: str,
    exam: Exam,
    sats: Sequence[Sat],
    trials: Trials,
) -> Checked:
    failed = [sat for sat in sats if sat.failure is not None]
    counted = sats if expected == "accepted" else failed
    error = max((_error(sat) for sat in counted), default=0.0)
    diagnosis = explain(exam.grader, sats, trials, exam.mistakes) if expected in NAMEABLE else ()
    return Checked(
        name=name,
        framework=framework,
        device=device,
        expected=expected,
        verdict=verdict_of(sats),
        error=error if math.isfinite(error) else None,
        share=max((sat.result.seconds / _limit(exam, sat.drawn) for sat in sats), default=0.0),
        diagnosed_as=tuple(dict.fromkeys(d.name for d in diagnosis if d.kind in ("mistake", "pattern"))),
        open=any(d.kind == "difference" for d in diagnosis),
        says=f"{failed[0].result.name}: {failed[0].result.message}" if failed else "",
        everywhere=bool(sats) and all(sat.result.verdict == "run-time error" for sat in sats),
    )


def _error(sat: Sat) -> float:
    """In units of the tolerance; infinite where a case failed for anything but values."""
    if sat.failure is None or any(each.kind == "value" for each in sat.failure.comparison.differences):
        return sat.result.error
    return math.inf


def _by_name(sats: Sequence[Sat]) -> dict[str, Drawn]:
    return {sat.result.name: sat.drawn for sat in sats}


def _untimed(exam: Exam) -> Iterator[Drawn]:
    return (drawn for drawn in exam.cases() if drawn.allowed is None)


def _limit(exam: Exam, drawn: Drawn) -> float:
    return drawn.allowed or exam.problem.limits.seconds


def _devices(framework: str) -> tuple[str, ...]:
    return devices() if framework == "torch" else ("cpu",)


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")
