"""Laying open a hidden case that failed, for `drill why`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from drill.grading import shrink
from drill.grading.cases import Drawn, Grader
from drill.grading.outcome import Failure
from drill.grading.report import CaseResult, Request
from drill.grading.shown import shown
from drill.grading.sitting import Sat

Attempt = Callable[[Drawn], "Failure | None"]


def results(
    sats: Sequence[Sat], request: Request, grader: Grader, attempt: Attempt
) -> tuple[tuple[CaseResult, ...], tuple[str, ...]]:
    """The results of the cases, and notes. Laid out are the hidden failures that were asked for: those
    named in `opened`, and for "why" the first one, on the smallest input on which `attempt` still fails."""
    failed = [sat.failure for sat in sats if sat.failure is not None and not sat.result.visible]
    chosen = {failure.case.name: failure for failure in failed if failure.case.name in request.opened}
    notes: tuple[str, ...] = ()
    if request.cases == "why" and failed:
        first = failed[0]
        chosen[first.case.name] = shrink.shrunk(first, grader, request.seed, attempt)
        notes = _note(first, chosen[first.case.name])
    return tuple(_laid_open(sat.result, chosen.get(sat.result.name)) for sat in sats), notes


def _laid_open(result: CaseResult, failure: Failure | None) -> CaseResult:
    if failure is None:
        return result
    return replace(result, message=failure.message, shown=shown(failure))


def _note(before: Failure, after: Failure) -> tuple[str, ...]:
    if after is before:
        return ()
    smaller = shrink.difference(before.case, after.case)
    return (f"{before.case.name} is shown on the smallest input found that fails: {smaller}.",)
