"""Help: hint, why, solution. Each is noted before it is shown."""

from __future__ import annotations

import sys
from dataclasses import replace

import typer

from drill.cli import json as shapes
from drill.cli.grade import again, judge, refuse_internal_error
from drill.cli.options import (
    FrameworkName,
    Json,
    LatestProblemId,
    MaybeProblemId,
    Yes,
    framework_of,
    problem_or_open,
)
from drill.cli.render import times
from drill.cli.render import verdict as render
from drill.cli.session import Session
from drill.errors import BadInput
from drill.grading.report import CaseResult, Report, Request
from drill.practice.results import Hint, Submission


def hint(ctx: typer.Context, problem: MaybeProblemId = None, json: Json = False) -> None:
    """The first hint nudges, the last nearly tells. With a hint a solution is rated hard at best."""
    session = Session.of(ctx)
    found = session.practice.hint(problem_or_open(session, problem))
    if json:
        return session.emit(shapes.hint(found))
    from drill.cli.render.statement import hint as render_hint

    session.screen.show(render_hint(found, session.screen.unicode))
    return _after_hint(session, found)


def _after_hint(session: Session, found: Hint) -> None:
    if found.started is not None:
        session.screen.say("")
        session.screen.show(f"That began the problem; its starter is {found.started.path}.")
    if found.level == found.of:
        return session.advise(
            "solution", found.problem, before="That was the last one. To see the reference:"
        )
    return session.advise("submit", session.practice.file(found.problem))


def why(ctx: typer.Context, problem: LatestProblemId = None, json: Json = False) -> None:
    """Its inputs, what was expected, what you returned. Counts as help; `run` includes it from then on."""
    session = Session.of(ctx)
    if problem is not None:
        session.bank.get(problem)
    last, request = failed_submission(session, problem)
    report = judge(session, request)
    refuse_internal_error(report)
    case, counted = open_case(session, last, report)
    if json:
        return session.emit(shapes.why(last, report, case, counted))
    session.screen.show(render.why(report, case, counted))
    submitted = session.settings.workspace / last.path
    return session.advise("run", submitted if submitted.exists() else session.practice.file(last.problem))


def failed_submission(session: Session, problem: str | None) -> tuple[Submission, Request]:
    """The last submission, and how to ask the judge for its case. Raises BadInput when nothing failed."""
    session.practice.refuse_why()
    last = session.practice.last_submission(problem)
    if last is None:
        what = f"to {problem} " if problem else ""
        raise BadInput(f"Nothing has been submitted {what}yet.", session.command("next"))
    if last.verdict == "accepted":
        raise BadInput(f"The last submission to {last.problem} was accepted.", session.command("next"))
    return last, replace(again(session, last, session.practice.source(last)), cases="why")


def open_case(session: Session, last: Submission, report: Report) -> tuple[CaseResult | None, bool]:
    """The hidden case that the judge laid open, and whether that counted as help; noted, then shown."""
    case = next((c for c in report.cases if c.shown and not c.visible), None)
    return case, case is not None and session.practice.why_opened(last.id, case.name)


def solution(
    ctx: typer.Context,
    problem: MaybeProblemId = None,
    framework: FrameworkName = None,
    yes: Yes = False,
    json: Json = False,
) -> None:
    """An unsolved problem counts as given up then, is rated again, and comes back soon."""
    session = Session.of(ctx)
    wanted = problem_or_open(session, problem)
    if session.practice.would_give_up(wanted) and not yes:
        question = f"{wanted} is not solved. Give up, see the reference, and meet it again tomorrow?"
        if not confirm(session, question, session.command("solution", wanted, "--yes")):
            return session.advise("hint", wanted, before="Nothing was shown.")
    revealed = session.practice.reveal(wanted, framework_of(framework))
    if json:
        return session.emit(shapes.revealed(revealed))
    session.screen.show(render.source_text(revealed.source), wide=True)
    if revealed.gave_up and revealed.due is not None:
        due = times.day(revealed.due, session.now, session.settings.zone)
        return session.advise("next", before=f"Rated again; {wanted} comes back {due}.")
    return session.advise("next")


def confirm(session: Session, question: str, without_asking: str) -> bool:
    """Ask on the terminal; without one, refuse and say which command would not ask."""
    if not sys.stdin.isatty():
        raise BadInput("This needs a yes, and there is no terminal to ask on.", without_asking)
    session.errors.show(question)
    session.errors.write("Yes or no [no]: ")
    answer = sys.stdin.readline()
    return answer.strip().lower() in ("y", "yes")
