"""Many files at once, and what the judge adds to a submission's own time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks.rows import Row
from benchmarks.submitting import CORE
from drill import settings
from drill.bank.bank import Bank, builtin_root
from drill.bank.scaffold import scaffold
from drill.bank.schema import Framework, Problem
from drill.grading.client import JUDGE, ask
from drill.grading.exam import Exam
from drill.grading.many import grade_many
from drill.grading.mistakes import edited
from drill.grading.report import Report, Request
from drill.grading.values import leaves, to_native
from drill.runner.client import Host

FILES = 500
SEED = 7
_RUNS = 5
BROKEN = ("def broken(:\n", "raise RuntimeError('when loaded')\n")


def measure(root: Path, rounds: int) -> list[Row]:
    """500 files once with one worker and once with two; then each core problem's reference, warm, and a
    problem whose cases move megabytes."""
    bank = Bank.open([builtin_root()], root / "cache")
    problems = [bank.get(name) for name in CORE]
    found = settings.load({"DRILL_HOME": str(root / "home"), "HOME": str(root)})
    requests = mixed(problems)
    rows = []
    for workers in (1, 2):
        what = f"`grade` of {FILES} files, {workers} worker{'s' * (workers > 1)}"
        rows.append(Row(what, rate(requests, found, workers), 25, "verdicts/s and core", most=False))
    rows += [overhead(problem, found, rounds) for problem in (*problems, large(root))]
    return rows


def large(root: Path) -> Problem:
    """A problem with one large case: 8 MB there and 8 MB back."""
    bank = root / "large"
    scaffold(bank, "basics", "megabytes")
    file = bank / "problems" / "basics" / "megabytes.yaml"
    before, cases, after = file.read_text(encoding="utf-8").partition("cases:\n")
    large = "  - {name: large, n: 1000, d: 1000}\n"
    file.write_text(before + cases + large + after, encoding="utf-8")
    return Bank.open([bank], root / "cache").get("megabytes")


def mixed(problems: list[Problem]) -> list[Request]:
    """References, mistakes, starters and files that do not load, problem by problem in turn."""
    each = [cycle(list(_sources(problem))) for problem in problems]
    turns = ((problem, next(sources)) for problem, sources in cycle(zip(problems, each, strict=True)))
    return [_request(problem, source, problem.primary) for problem, source in islice(turns, FILES)]


def rate(requests: list[Request], found: settings.Settings, workers: int) -> float:
    """Verdicts per second and worker, from a cold start."""
    kept = [replace(request, cache=str(found.cache)) for request in requests]
    start = perf_counter()
    verdicts = [answer for _, answer in grade_many(kept, found, workers)]
    seconds = perf_counter() - start
    assert not any(isinstance(each, Report) and each.verdict == "internal error" for each in verdicts)
    return len(verdicts) / seconds / workers


def overhead(problem: Problem, found: settings.Settings, rounds: int) -> Row:
    """Grading time less what the submission's code takes by itself, per case; without the speed case. What
    it may be grows with the megabytes that a case moves."""
    cases = tuple(case.name for case in problem.cases)
    request = replace(reference(problem, problem.primary, cases), cache=str(found.cache))
    exam = Exam(problem, problem.primary, SEED, cases)
    own, moved = alone(exam), megabytes(exam)
    taken = []
    with Host(found, JUDGE, torch=problem.primary == "torch") as host:
        for number in range(rounds + 1):
            report = ask(host, request)
            assert report.accepted, report
            if number:
                taken.append(1000 * (report.seconds - own) / len(report.cases))
    return Row(f"judge overhead per case, {problem.id}, {moved:.2g} MB", median(taken), 3 + 2 * moved, "ms")


def megabytes(exam: Exam) -> float:
    """That a case moves, there and back, on average."""
    drawn = list(exam.cases())
    arrays = [value for each in drawn for _, value in leaves(each.inputs)]
    arrays += [expected.value for each in drawn for expected in each.expected.values()]
    return sum(getattr(value, "nbytes", 0) for value in arrays) / len(drawn) / 1e6


def alone(exam: Exam) -> float:
    """Seconds that the reference takes over all cases when it is simply called; the best of a few runs."""
    total = 0.0
    for drawn in exam.cases():
        runs = []
        for _ in range(_RUNS):
            arguments = to_native(drawn.inputs, exam.problem.primary)
            start = perf_counter()
            with suppress(Exception):  # where the case asks for one
                exam.grader.own.run(arguments)
            runs.append(perf_counter() - start)
        total += min(runs)
    return total


def _sources(problem: Problem) -> Iterator[str]:
    reference = problem.reference(problem.primary).read_text(encoding="utf-8")
    wrong = [mistake for mistake in problem.mistakes if mistake.verdict == "wrong answer"]
    for mistake in wrong:
        yield reference
        yield edited(problem, mistake)
    yield from (problem.starter, *BROKEN)


def reference(problem: Problem, framework: Framework, opened: tuple[str, ...] | None = None) -> Request:
    """The problem's own solution as a submission."""
    return _request(problem, problem.reference(framework).read_text(encoding="utf-8"), framework, opened)


def _request(
    problem: Problem, source: str, framework: Framework, opened: tuple[str, ...] | None = None
) -> Request:
    return Request(
        bank=str(problem.root),
        problem=problem.id,
        source=source,
        file_name=problem.file_name,
        framework=framework,
        device="cpu",
        seed=SEED,
        cases="all" if opened is None else "visible",
        opened=opened or (),
    )
