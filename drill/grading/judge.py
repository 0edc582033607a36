"""The judge: the trusted process that reads the bank, draws the cases, runs a submission on them and says
what is wrong with it.

    grade   read the problem -> check the rules -> draw cases -> run and compare -> diagnose -> report

It is forked for one request and ends with it. The submission runs elsewhere (`drill.runner`); only its
outputs, as plain data, arrive here. A fault of ours anywhere below is the verdict `internal error`, never
the learner's.
"""

from __future__ import annotations

import platform
import sys
import traceback
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from time import perf_counter
from typing import Any, cast

import numpy as np

import drill
from drill.bank.bank import builtin_root
from drill.bank.load import load_problem
from drill.bank.schema import BankErrors, Case, Framework, Problem
from drill.bank.starter import entries
from drill.grading import rules
from drill.grading.cases import Grader
from drill.grading.diagnosis import diagnose
from drill.grading.mistakes import Mistakes
from drill.grading.report import (
    CaseResult,
    Diagnosis,
    DiagnosisKind,
    Report,
    Request,
    Verdict,
    case_to_plain,
    to_plain,
)
from drill.grading.shown import shown
from drill.grading.sitting import Sat, sit
from drill.grading.values import BankFault
from drill.runner.handle import LoadFailed, Program, Runners

Emit = Callable[[dict[str, Any]], None]
Refusal = tuple[Verdict, tuple[Diagnosis, ...]]

_NOT_LOADED: dict[str, Verdict] = {
    "time limit": "time limit exceeded",
    "memory limit": "memory limit exceeded",
    "output limit": "output limit exceeded",
    "forbidden": "rule violation",
}


def serve(request: dict[str, Any], runners: Runners, emit: Emit) -> None:
    """Answers one request of `drill.grading.client`; every fault becomes an event of its own."""
    try:
        _OPERATIONS[request["op"]](request, runners, emit)
    except Exception as error:
        emit({"event": "fault", "message": _fault(error)})


def _grade(message: dict[str, Any], runners: Runners, emit: Emit) -> None:
    request = Request(**{**message["request"], "opened": tuple(message["request"]["opened"])})
    if request.device not in devices():
        emit({"event": "refused", "message": f"There is no {request.device} device on this machine."})
        return
    report = grade(request, runners, lambda result: emit({"event": "case", "case": case_to_plain(result)}))
    emit({"event": "report", "report": to_plain(report)})


def grade(request: Request, runners: Runners, on_case: Callable[[CaseResult], None]) -> Report:
    """One submission, from its source to its report. Raises BankFault and BankErrors."""
    start = perf_counter()
    problem = find(Path(request.bank), request.problem)
    blank = _blank(request, problem, runners)
    refusal = broken_rules(request.source, problem, request.framework)
    if refusal is not None:
        return replace(blank, verdict=refusal[0], diagnosis=refusal[1], seconds=perf_counter() - start)
    grader = Grader(problem, cast(Framework, request.framework))
    drawn = (grader.draw(case, request.seed) for case in _selected(grader, request))
    sats: list[Sat] = []
    submission = program(problem, request.source, request.file_name, request.framework, request.device)
    try:
        for sat in sit(runners, submission, grader, drawn):
            sats.append(sat)
            on_case(sat.result)
    except LoadFailed as error:
        refusal = not_loaded(error)
        return replace(blank, verdict=refusal[0], diagnosis=refusal[1], seconds=perf_counter() - start)
    return replace(
        blank,
        verdict=verdict(sats),
        cases=_results(sats, request),
        diagnosis=explain(grader, sats),
        seconds=perf_counter() - start,
    )


def _fault(error: Exception) -> str:
    """One sentence for whoever has to mend it: a bank's author, or us."""
    if isinstance(error, (BankFault, BankErrors)):
        return str(error)
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}: {error} ({Path(frame.filename).name}, line {frame.lineno})"


def find(root: Path, problem_id: str) -> Problem:
    """The problem of that id in the bank at `root`. Raises BankErrors; LookupError when there is none."""
    paths = sorted(root.glob(f"problems/*/{problem_id}.yaml"))
    if len(paths) != 1:
        raise LookupError(f"{len(paths)} files named {problem_id}.yaml in {root / 'problems'}")
    return load_problem(paths[0], root)


def program(problem: Problem, source: str, file_name: str, framework: str, device: str) -> Program:
    """What the runner is told of a submission: nothing that a learner may not see."""
    return Program(
        source=source,
        file_name=file_name,
        driver=problem.driver,
        entries=entries(problem),
        framework=framework,
        device=device,
        allow=problem.allow,
        forbid=problem.forbid,
        hidden=tuple(str(root) for root in {problem.root, builtin_root()}),
    )


def broken_rules(source: str, problem: Problem, framework: str) -> Refusal | None:
    """The verdict and its reasons when the source may not run at all."""
    if len(source) > rules.MAX_SOURCE:
        return "compile error", (Diagnosis("error", "too long", "The file is larger than 1 MB."),)
    try:
        found = rules.violations(source, problem, framework)
    except (RecursionError, MemoryError):
        return "compile error", (Diagnosis("error", "too deep", "The file is nested too deeply to be read."),)
    if not found:
        return None
    return "rule violation", tuple(Diagnosis("rule", v.canonical, v.says, line=v.line) for v in found)


def not_loaded(error: LoadFailed) -> Refusal:
    """The verdict on a submission that did not load, and why."""
    says = error.message
    if error.kind == "missing" and error.defined:
        says += f" The file defines {', '.join(error.defined[:8])}."
    verdict = _NOT_LOADED.get(error.kind, "compile error")
    kind: DiagnosisKind = (
        "rule" if error.kind == "forbidden" else "limit" if error.kind in _NOT_LOADED else "error"
    )
    return verdict, (Diagnosis(kind, error.type_name, says, line=error.line),)


def verdict(sats: Sequence[Sat]) -> Verdict:
    """That of the first case that was not accepted, in file order."""
    return next((sat.result.verdict for sat in sats if sat.failure is not None), "accepted")


def explain(grader: Grader, sats: Sequence[Sat]) -> tuple[Diagnosis, ...]:
    """Why the submission is wrong; empty when it is right."""
    failures = [sat.failure for sat in sats if sat.failure is not None]
    if not failures:
        return ()
    passed = [sat.drawn for sat in sats if sat.failure is None]
    mistakes = Mistakes(grader, [sat.drawn for sat in sats], passed)
    return diagnose(failures, grader.problem, mistakes, [drawn.case for drawn in passed])


def devices() -> tuple[str, ...]:
    """The devices that torch, where it is loaded, can use here."""
    torch = sys.modules.get("torch")
    if torch is None:
        return ("cpu",)
    present = {"cuda": torch.cuda.is_available(), "mps": torch.backends.mps.is_available()}
    return ("cpu", *(name for name, here in present.items() if here))


def versions() -> dict[str, str]:
    """What a submission must be replayed with."""
    found = {"python": platform.python_version(), "drill": drill.__version__, "numpy": np.__version__}
    torch = sys.modules.get("torch")
    return found if torch is None else {**found, "torch": str(torch.__version__)}


def _selected(grader: Grader, request: Request) -> tuple[Case, ...]:
    if request.cases != "visible":
        return grader.cases()
    return tuple(case for case in grader.cases() if case.visible or case.name in request.opened)


def _results(sats: Sequence[Sat], request: Request) -> tuple[CaseResult, ...]:
    """The results; laid out too are the opened cases that failed, and for `why` the first hidden one that
    did."""
    failed = [sat for sat in sats if sat.failure is not None and not sat.result.visible]
    opened = {sat.result.name for sat in failed if sat.result.name in request.opened}
    if request.cases == "why":
        opened.update(sat.result.name for sat in failed[:1])
    return tuple(
        replace(sat.result, shown=shown(sat.failure))
        if sat.failure is not None and sat.result.name in opened
        else sat.result
        for sat in sats
    )


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


def _audit(message: dict[str, Any], runners: Runners, emit: Emit) -> None:
    from drill.grading.audit import audit  # not needed for a learner's submission

    audit(message, runners, emit)


_OPERATIONS: dict[str, Callable[[dict[str, Any], Runners, Emit], None]] = {"grade": _grade, "verify": _audit}
