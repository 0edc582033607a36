"""Sending a solution to the judge: run, submit, replay; and saying how hard it was: rate."""

from __future__ import annotations

import os
from collections.abc import Sequence
from importlib import import_module
from typing import Annotated

import typer
from rich.text import Text

from drill.cli import complete
from drill.cli import json as shapes
from drill.cli.options import (
    RATINGS,
    Device,
    File,
    FrameworkName,
    Json,
    Problem,
    RatingName,
    device_of,
    framework_of,
    rating_of,
)
from drill.cli.render import times
from drill.cli.render.progress import Progress
from drill.cli.session import Session
from drill.errors import InternalError, StoreError
from drill.grading.report import CaseResult, Report, Request
from drill.practice.results import Identified, Submission

TOO_LATE = "It came after the time, so it does not count for the mock interview."
_NEEDED_NEXT = ("drill.practice.recording", "drill.cli.render.verdict")


def run(
    ctx: typer.Context,
    file: File,
    problem: Problem = None,
    framework: FrameworkName = None,
    device: Device = None,
    debug: Annotated[
        bool,
        typer.Option(
            "--debug", help="Here and now, without the sandbox or its limits, so that breakpoint() works."
        ),
    ] = False,
    json: Json = False,
) -> int:
    """Shows inputs, expected and got of the visible cases that fail, and what you printed."""
    session = Session.of(ctx)
    found = session.practice.identify(file, problem, framework_of(framework))
    opened = session.practice.opened_cases(found.problem.id)
    request = request_for(session, found, device_of(device), opened)
    if debug:
        from drill.cli.debug import grade_here

        report = grade_here(request, found.path)
    else:
        report = judge(session, request)
    _note_run(session, report)
    if json:
        session.emit(shapes.ran(report))
        return exit_code(report)
    from drill.cli.render import verdict as render

    refuse_internal_error(report)
    session.screen.show(render.verdict(report, found.source))
    session.advise("submit" if report.accepted else "run", found.path)
    return exit_code(report)


def submit(
    ctx: typer.Context,
    file: File,
    problem: Problem = None,
    framework: FrameworkName = None,
    device: Device = None,
    rate: RatingName = None,
    json: Json = False,
) -> int:
    """Hidden cases are drawn afresh each time. When all pass, the problem is rated and comes back one day."""
    session = Session.of(ctx)
    rating = rating_of(rate)
    found = session.practice.identify(file, problem, framework_of(framework))
    rates = ("fsrs",) if session.practice.would_rate(found.problem.id) else ()
    report = judge(session, request_for(session, found, device_of(device)), rates)
    recorded = session.practice.submitted(report, found.source, found.path, rating)
    if json:
        session.emit(shapes.submitted(report, recorded))
        return exit_code(report)
    from drill.cli.render import verdict as render

    refuse_internal_error(report)
    screen = session.screen
    screen.show(render.verdict(report, found.source, brief=True))
    screen.say("")
    screen.show(render.consequences(recorded, session.now, session.settings.zone))
    mock = session.practice.coding()
    if mock is not None and mock.time_is_up:
        screen.show(TOO_LATE)
    if recorded.rating is not None:
        session.advise("next", before="If it felt otherwise: drill rate again, hard, good or easy.")
    elif report.accepted and mock is None:
        session.advise("next")
    else:
        session.advise("submit", found.path, before="" if mock else _help(report))
    return exit_code(report)


def rate(
    ctx: typer.Context,
    rating: Annotated[
        str,
        typer.Argument(
            metavar="RATING", help="again, hard, good or easy.", autocompletion=complete.one_of(RATINGS)
        ),
    ],
    json: Json = False,
) -> None:
    """Replaces the rating that drill gave; the next date follows from yours."""
    session = Session.of(ctx)
    wanted = rating_of(rating)
    assert wanted is not None
    changed = session.practice.rate(wanted)
    if json:
        return session.emit(shapes.rerated(changed))
    due = times.day(changed.due, session.now, session.settings.zone)
    session.screen.show(
        f"{changed.problem}: {changed.rating.word} instead of {changed.before.word}. It comes back {due}."
    )
    return session.advise("next")


def replay(
    ctx: typer.Context,
    submission: Annotated[
        str, typer.Argument(metavar="SUBMISSION", help="Its id or the beginning of it, from drill history.")
    ],
    json: Json = False,
) -> int:
    """Grades the same text on the same cases. It says so when the problem or the libraries have changed."""
    session = Session.of(ctx)
    old = session.practice.submission(submission)
    source = session.practice.source(old)
    report = judge(session, again(session, old, source))
    changes = _changes(old, report)
    if json:
        session.emit(shapes.replayed(old, report, changes))
        return exit_code(report)
    from drill.cli.render import verdict as render

    refuse_internal_error(report)
    session.screen.show(render.verdict(report, source))
    session.screen.say("")
    session.screen.show(f"Then it was: {old.verdict}. Nothing was recorded now.")
    for change in changes:
        session.screen.show(Text(change, "warn"))
    session.advise("history", old.problem)
    return exit_code(report)


def _note_run(session: Session, report: Report) -> None:
    """A log that cannot be written is no reason to hold back what counts for nothing."""
    try:
        session.practice.ran(report)
    except StoreError as error:
        session.errors.say(f"This run was not noted. {error.message}", "warn")


def exit_code(report: Report) -> int:
    return {"accepted": 0, "internal error": InternalError.exit_code}.get(report.verdict, 1)


def refuse_internal_error(report: Report) -> None:
    """Raises InternalError for drill's own fault, which is not shown as a verdict on the learner."""
    if report.verdict == "internal error":
        raise InternalError("\n".join(report.notes) or "the judge gave no reason")


def request_for(
    session: Session, found: Identified, device: str | None, visible: tuple[str, ...] | None = None
) -> Request:
    """A grading of everything, or of the visible cases and the opened ones named in `visible`."""
    return Request(
        bank=str(found.problem.root),
        problem=found.problem.id,
        source=found.source,
        file_name=found.path.name,
        framework=found.framework,
        device=device or (session.settings.device if found.framework == "torch" else "cpu"),
        seed=int.from_bytes(os.urandom(6), "little"),
        cases="all" if visible is None else "visible",
        opened=visible or (),
        cache=str(session.settings.cache),
    )


def again(session: Session, old: Submission, source: str) -> Request:
    problem = session.bank.get(old.problem)
    return Request(
        bank=str(problem.root),
        problem=problem.id,
        source=source,
        file_name=problem.file_name,
        framework=old.framework,
        device=old.device,
        seed=old.seed,
        cache=str(session.settings.cache),
    )


def judge(session: Session, request: Request, needed: Sequence[str] = ()) -> Report:
    """`needed`: modules that its verdict will need, beside the usual."""
    from drill.grading.client import grade

    def on_case(result: CaseResult) -> None:
        progress.case(result)
        for name in (*_NEEDED_NEXT, *needed):  # imported while the judge is at work on the other cases
            import_module(name)

    with Progress(session.errors) as progress:
        return grade(request, session.settings, on_case, session.host)


def _help(report: Report) -> str:
    """What to try next, by what went wrong."""
    hidden = any(case.verdict != "accepted" and not case.visible for case in report.cases)
    visible = any(case.verdict != "accepted" and case.visible for case in report.cases)
    if report.accepted or report.verdict in ("compile error", "rule violation"):
        return ""
    if hidden and not visible:
        return "If you are stuck: drill hint, or drill why to open the hidden case."
    return "If you are stuck: drill hint."


def _changes(old: Submission, report: Report) -> tuple[str, ...]:
    """What is not as it was when the submission was graded."""
    changes = ["The problem has changed since: its cases may differ."] if old.bank != report.bank else []
    for name, version in old.versions.items():
        if (now := report.versions.get(name)) != version:
            changes.append(f"{name} was {version} then and is {now or 'absent'} now.")
    return tuple(changes)
