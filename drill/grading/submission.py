"""A submission before the judge: whether it may run at all, and what its cases add up to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from drill.bank.bank import builtin_root
from drill.bank.schema import Framework, Problem
from drill.bank.starter import Entry, entries
from drill.grading import rules
from drill.grading.cases import Grader
from drill.grading.diagnosis import diagnose
from drill.grading.mistakes import Mistakes
from drill.grading.outcome import Trials
from drill.grading.report import Diagnosis, DiagnosisKind, Verdict
from drill.grading.sitting import Sat
from drill.runner.handle import LoadFailed, Program

MAX_VIOLATIONS = 10  # said of one file

_NOT_LOADED: dict[str, Verdict] = {
    "time limit": "time limit exceeded",
    "memory limit": "memory limit exceeded",
    "output limit": "output limit exceeded",
    "forbidden": "rule violation",
}


@dataclass(frozen=True, slots=True)
class Refusal:
    """The verdict on a submission that ran no case, and why."""

    verdict: Verdict
    diagnosis: tuple[Diagnosis, ...]


@dataclass(frozen=True, slots=True)
class Submission:
    """A source text that claims to solve `problem`. A reference, a mistake and a mutant are submissions
    too."""

    problem: Problem
    source: str
    file_name: str
    framework: Framework
    device: str = "cpu"

    @property
    def program(self) -> Program:
        """What the runner is told: nothing that a learner may not see."""
        return Program(
            source=self.source,
            file_name=self.file_name,
            driver=self.problem.driver,
            entries=entries(self.problem),
            framework=self.framework,
            device=self.device,
            allow=self.problem.allow,
            forbid=self.problem.forbid,
            hidden=tuple(str(root) for root in {self.problem.root, builtin_root()}),
        )

    def refusal(self) -> Refusal | None:
        """Why the source may not run; None when it may."""
        if len(self.source) > rules.MAX_SOURCE:
            return _compile_error("too long", f"The file has more than {rules.MAX_SOURCE} characters.")
        try:
            found = rules.violations(self.source, self.problem, self.framework)
        except (RecursionError, MemoryError):
            return _compile_error("too deep", "The file is nested too deeply to be read.")
        if not found:
            return None
        diagnosis = tuple(Diagnosis("rule", v.canonical, v.says, line=v.line) for v in found[:MAX_VIOLATIONS])
        return Refusal("rule violation", diagnosis)


def not_loaded(error: LoadFailed, problem: Problem) -> Refusal:
    """What a runner's failure to load a submission means."""
    says = error.message
    if error.kind == "missing":
        says = f"{says.rstrip('.')}. {_instead(error.defined, entries(problem))}".rstrip()
    verdict = _NOT_LOADED.get(error.kind, "compile error")
    kind: DiagnosisKind = "error"
    if verdict != "compile error":
        kind = "rule" if verdict == "rule violation" else "limit"
    return Refusal(verdict, (Diagnosis(kind, error.type_name, says, line=error.line),))


def _instead(defined: Sequence[str], wanted: Sequence[Entry]) -> str:
    """What the file has in place of a missing entry: what may be meant by it, else all it has."""
    free = [name for name in defined if name not in {entry.name for entry in wanted}]
    for entry in wanted:
        near = get_close_matches(entry.name, free, n=1) if entry.name not in defined else []
        if near:
            return f"If {near[0]} is meant, call it {entry.name}."
    return f"The file defines {', '.join(defined[:8])}." if defined else ""


def verdict(sats: Sequence[Sat]) -> Verdict:
    """That of the first case that was not accepted, in file order."""
    return next((sat.result.verdict for sat in sats if sat.failure is not None), "accepted")


def explain(
    grader: Grader, sats: Sequence[Sat], trials: Trials | None = None, mistakes: Mistakes | None = None
) -> tuple[Diagnosis, ...]:
    """Why the submission is wrong; empty when it is right. `mistakes` are those of an earlier submission on
    the same cases."""
    failures = [sat.failure for sat in sats if sat.failure is not None]
    if not failures:
        return ()
    passed = [sat.drawn for sat in sats if sat.failure is None]
    mistakes = (mistakes or Mistakes(grader, [sat.drawn for sat in sats])).after(passed)
    return diagnose(failures, grader.problem, mistakes, [each.case for each in passed], trials)


def _compile_error(name: str, says: str) -> Refusal:
    return Refusal("compile error", (Diagnosis("error", name, says),))
