"""The judge: the trusted process that reads the bank, draws the cases, runs a submission on them and says
what is wrong with it.

    grade   read the problem -> check the rules -> draw cases -> run and compare -> diagnose -> report

It is forked for one request and ends with it; a request may bring many submissions to one problem. The
submission runs elsewhere (`drill.runner`); only its outputs, as plain data, arrive here. A fault of ours
anywhere below is the verdict `internal error`, never the learner's.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path
from time import perf_counter
from typing import Any, cast

from drill.bank.load import load_problem
from drill.bank.schema import BankErrors, Framework, Problem
from drill.bank.whole import whole_problem
from drill.grading import opening
from drill.grading.cases import Drawn
from drill.grading.exam import Exam
from drill.grading.machine import devices, versions
from drill.grading.outcome import Failure
from drill.grading.report import CaseResult, Report, Request, case_to_plain, to_plain
from drill.grading.sitting import Sat, sit
from drill.grading.submission import Refusal, Submission, explain, not_loaded, verdict
from drill.grading.trials import Trials
from drill.grading.values import BankFault
from drill.runner.handle import LoadFailed, Runners

PRELOAD = ("yaml", "hashlib")  # imported late by the bank's loader, early by a host
Emit = Callable[[dict[str, Any]], None]


class Refused(Exception):
    """What was asked for cannot be had here; says why in one sentence."""


def serve(request: dict[str, Any], runners: Runners, emit: Emit) -> None:
    """Answers one request of `drill.grading.client`; every fault becomes an event of its own."""
    try:
        _OPERATIONS[request["op"]](request, runners, emit)
    except Refused as error:
        emit({"event": "refused", "message": str(error)})
    except Exception as error:
        emit({"event": "fault", "message": _fault(error)})


def _grade(message: dict[str, Any], runners: Runners, emit: Emit) -> None:
    request = Request(**{**message["request"], "opened": tuple(message["request"]["opened"])})
    report = grade(request, runners, lambda result: emit({"event": "case", "case": case_to_plain(result)}))
    emit({"event": "report", "report": to_plain(report)})


def _grade_many(message: dict[str, Any], runners: Runners, emit: Emit) -> None:
    """Submissions that differ in their texts only, on the same cases; an event for each, in their order."""
    common = {**message["request"], "opened": ()}
    exam: Exam | None = None
    for file in message["files"]:
        request = Request(**{**common, **file})
        try:
            exam = exam or exam_of(request, shared=True)
            report = grade(request, runners, lambda result: None, exam)
            emit({"event": "report", "report": to_plain(report)})
        except Refused as error:
            emit({"event": "refused", "message": str(error)})
        except Exception as error:
            emit({"event": "fault", "message": _fault(error)})


def grade(
    request: Request, runners: Runners, on_case: Callable[[CaseResult], None], exam: Exam | None = None
) -> Report:
    """One submission, from its source to its report. `exam`: that of an earlier request for the same cases.

    Raises Refused, BankFault and BankErrors."""
    start = perf_counter()
    exam = exam or exam_of(request)
    problem = exam.problem
    _must_be_possible(request, problem)
    submission = Submission(
        problem, request.source, request.file_name, cast(Framework, request.framework), request.device
    )
    blank = _blank(request, problem, runners)
    refusal = submission.refusal()
    if refusal is not None:
        return _refused(blank, refusal, start)
    grader = exam.grader
    sats: list[Sat] = []
    try:
        for sat in sit(runners, submission.program, grader, exam.cases()):
            sats.append(sat)
            on_case(sat.result)
    except LoadFailed as error:
        return _refused(blank, not_loaded(error, problem), start)

    def attempt(drawn: Drawn) -> Failure | None:
        return next(sit(runners, submission.program, grader, [drawn])).failure

    trials = Trials(runners, submission.program, grader, {sat.result.name: sat.drawn for sat in sats})
    cases, notes = opening.results(sats, request, grader, attempt)
    return replace(
        blank,
        verdict=verdict(sats),
        cases=cases,
        diagnosis=explain(grader, sats, trials, exam.mistakes),
        notes=(*blank.notes, *notes),
        seconds=perf_counter() - start,
    )


def exam_of(request: Request, shared: bool = False) -> Exam:
    """Raises BankErrors; LookupError when there is no such problem."""
    problem = find(Path(request.bank), request.problem, request.cache)
    opened = request.opened if request.cases == "visible" else None
    return Exam(problem, cast(Framework, request.framework), request.seed, opened, shared)


def find(root: Path, problem_id: str, cache: str = "") -> Problem:
    """The problem of that id in the bank at `root`. Raises BankErrors; LookupError when there is none."""
    paths = sorted(root.glob(f"problems/*/{problem_id}.yaml"))
    if len(paths) != 1:
        raise LookupError(f"{len(paths)} files named {problem_id}.yaml in {root / 'problems'}")
    return whole_problem(paths[0], root, Path(cache)) if cache else load_problem(paths[0], root)


def _must_be_possible(request: Request, problem: Problem) -> None:
    if request.framework not in problem.frameworks:
        raise Refused(
            f"{problem.id} is a problem for {' and '.join(problem.frameworks)}, not {request.framework}."
        )
    if request.device not in devices():
        raise Refused(f"There is no {request.device} device on this machine.")


def _blank(request: Request, problem: Problem, runners: Runners) -> Report:
    return Report(
        problem=problem.id,
        framework=request.framework,
        device=request.device,
        verdict="internal error",
        cases=(),
        diagnosis=(),
        seed=request.seed,
        bank=problem.digest,
        versions=versions(),
        isolated=runners.isolated,
        seconds=0.0,
        notes=runners.notes,
    )


def _refused(blank: Report, refusal: Refusal, start: float) -> Report:
    return replace(
        blank, verdict=refusal.verdict, diagnosis=refusal.diagnosis, seconds=perf_counter() - start
    )


def _fault(error: Exception) -> str:
    """One sentence for whoever has to mend it: a bank's author, or us."""
    if isinstance(error, (BankFault, BankErrors)):
        return str(error)
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}: {error} ({Path(frame.filename).name}, line {frame.lineno})"


def _audit(message: dict[str, Any], runners: Runners, emit: Emit) -> None:
    from drill.grading.audit import audit  # not needed for a learner's submission

    problem = find(Path(message["bank"]), message["problem"])
    check = audit(problem, runners, message["seed"], mutate=message["mutate"])
    emit({"event": "checked", "check": asdict(check)})


_OPERATIONS: dict[str, Callable[[dict[str, Any], Runners, Emit], None]] = {
    "grade": _grade,
    "grade many": _grade_many,
    "verify": _audit,
}
