"""The command line's side of the judge: asks, hands out cases as they finish, returns the report. No
NumPy."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from time import perf_counter

from drill.errors import BadInput, InternalError
from drill.grading.report import CaseResult, Report, Request, case_from_plain, from_plain
from drill.runner.client import Host, HostSettings

JUDGE = "drill.grading.judge:serve"


def grade(
    request: Request,
    settings: HostSettings,
    on_case: Callable[[CaseResult], None] | None = None,
    host: Host | None = None,
) -> Report:
    """Grades one submission. `on_case` receives each case as it finishes; `host`, if it suits the request, is
    asked and stays.

    A fault of drill's own, a judge that dies among them, is a report whose verdict is `internal error` and
    whose note says what happened. Raises BadInput when torch or the device is not here.
    """
    torch = request.framework == "torch"
    if host is not None and host.torch == torch:
        return ask(host, request, on_case)
    with Host(settings, JUDGE, torch) as own:
        return ask(own, request, on_case)


def ask(host: Host, request: Request, on_case: Callable[[CaseResult], None] | None = None) -> Report:
    """As `grade`, of a host that is there already. Not for a torch submission to a host without torch."""
    start = perf_counter()
    finished: list[CaseResult] = []
    try:
        for event in host.request({"op": "grade", "request": asdict(request)}):
            kind = event["event"]
            if kind == "case":
                finished.append(case_from_plain(event["case"]))
                if on_case is not None:
                    on_case(finished[-1])
            elif kind == "report":
                return from_plain(event["report"])
            elif kind == "refused":
                raise BadInput(event["message"])
            elif kind == "fault":
                raise InternalError(event["message"])
        raise InternalError("the judge ended without a report")
    except InternalError as error:
        return fault(request, tuple(finished), error.message, perf_counter() - start)


def fault(request: Request, cases: tuple[CaseResult, ...], message: str, seconds: float) -> Report:
    """The report on a submission that could not be graded through no fault of its own."""
    return Report(
        problem=request.problem,
        framework=request.framework,
        device=request.device,
        verdict="internal error",
        cases=cases,
        diagnosis=(),
        seed=request.seed,
        bank="",
        versions={},
        isolated=False,
        seconds=seconds,
        notes=(message,),
    )
