"""Choosing and reading problems: next, start, show, skip."""

from __future__ import annotations

from pathlib import Path

import typer

from drill.bank.schema import Problem
from drill.cli import editor
from drill.cli import json as shapes
from drill.cli.options import (
    Browse,
    Edit,
    FrameworkName,
    Json,
    MaybeProblemId,
    More,
    ProblemId,
    framework_of,
    problem_or_open,
)
from drill.cli.render import statement as render
from drill.cli.render import times
from drill.cli.session import Session, tidy
from drill.practice.results import NothingDue, Started


def next_(
    ctx: typer.Context,
    framework: FrameworkName = None,
    more: More = False,
    edit: Edit = False,
    json: Json = False,
) -> None:
    """Resumes what is open, else brings back what you are about to forget, else something new."""
    session = Session.of(ctx)
    answer = session.practice.next(framework_of(framework), more)
    if isinstance(answer, NothingDue):
        return _nothing(session, answer, json)
    return _begin(session, answer, edit, json)


def start(
    ctx: typer.Context,
    problem: ProblemId,
    framework: FrameworkName = None,
    edit: Edit = False,
    json: Json = False,
) -> None:
    """Writes a blank starter; a file that is already there is put aside, never overwritten."""
    session = Session.of(ctx)
    _begin(session, session.practice.start(problem, framework_of(framework)), edit, json)


def show(
    ctx: typer.Context, problem: MaybeProblemId = None, browse: Browse = False, json: Json = False
) -> None:
    """Begins no attempt. With --open it is a page with its formulas set, and a picture where there is one."""
    session = Session.of(ctx)
    found = session.bank.get(problem_or_open(session, problem))
    page = _browse(session, found) if browse else None
    if json:
        return session.emit(shapes.problem(found, page))
    if page is not None:
        return session.screen.say(tidy(page))
    session.screen.show(render.statement(found, session.screen.unicode, starter=True))
    picture = f"With a picture, in a browser: {session.command('show', found.id, '--open')}"
    return session.advise("start", found.id, before=picture if found.figure else "")


def skip(ctx: typer.Context, problem: MaybeProblemId = None, json: Json = False) -> None:
    """`next` passes it over until tomorrow. Skipping is not giving up: nothing is rated."""
    session = Session.of(ctx)
    skipped = session.practice.skip(problem)
    if json:
        return session.emit(shapes.skipped(skipped))
    until = "" if skipped.until is None else " until tomorrow"
    session.screen.show(f"{skipped.problem} can wait{until}.")
    return session.advise("next")


def _browse(session: Session, problem: Problem) -> Path:
    """The statement as a page, written and opened."""
    from drill.cli import browser
    from drill.cli.pages.statement import statement

    drawing = (problem.graders / problem.figure.svg).read_text(encoding="utf-8") if problem.figure else None
    file = browser.page_file(session, problem.id)
    browser.write(statement(problem, drawing), file)
    browser.open_page(session, file)
    return file


def _begin(session: Session, start: Started, edit: bool, json: bool) -> None:
    if json:
        return session.emit(shapes.started(start))
    screen, zone = session.screen, session.settings.zone
    screen.show(render.statement(start.problem, screen.unicode))
    screen.say("")
    screen.show(render.started(start, session.now, zone))
    if edit:
        editor.edit(start.path)
    return session.advise("submit", start.path)


def _nothing(session: Session, answer: NothingDue, json: bool) -> None:
    if json:
        return session.emit(shapes.nothing_due(answer))
    session.screen.show(answer.message)
    if answer.next_due is not None:
        when = times.day(answer.next_due, session.now, session.settings.zone)
        if answer.next_problem is None:
            session.screen.show(f"The plan goes on {when}.")
        else:
            session.screen.show(f"{answer.next_problem} comes back {when}.")
    session.screen.say("")
    return session.screen.say(answer.todo, "command")
