"""A problem to read: its heading, what is asked, and what has been written for the learner."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, tzinfo

from rich.console import Group, RenderableType
from rich.text import Text

from drill.bank.schema import Problem
from drill.cli.render import times
from drill.cli.render.markdown import Statement
from drill.cli.session import tidy
from drill.practice.results import Hint, Started


def statement(problem: Problem, unicode: bool, starter: bool = False) -> RenderableType:
    """Title, facts and the statement; with the starter where no file is being written."""
    facts = [problem.id, problem.topic, problem.difficulty, f"{problem.minutes} minutes"]
    facts.append(" or ".join(problem.frameworks))
    parts: list[RenderableType] = [
        Text(problem.title, "bold underline"),
        Text(" · ".join(facts), "faint"),
        Text(),
        Statement(problem.statement, unicode),
    ]
    if starter:
        parts += [Text(), Text("You write", "bold"), Text(), Text(problem.starter.strip(), "markdown.code")]
    return Group(*parts)


def hint(found: Hint, unicode: bool) -> RenderableType:
    title = Text(f"Hint {found.level} of {found.of} for {found.problem}", "bold")
    return Group(title, Text(), Statement(found.text, unicode))


def started(start: Started, now: datetime, zone: tzinfo | None) -> RenderableType:
    """What has happened to the workspace, and why this problem."""
    return Text(" ".join(_sentences(start, now, zone)))


def _sentences(start: Started, now: datetime, zone: tzinfo | None) -> Iterable[str]:
    path = tidy(start.path)
    if start.resumed:
        yield f"You began this {times.moment(start.opened, now, zone)}."
    elif start.due is not None and start.due <= now:
        yield f"This is a review: it came due {times.day(start.due, now, zone)}."
    if start.put_aside is not None:
        yield f"Your earlier file is now {tidy(start.put_aside)}."
    if start.written:
        yield f"The starter is {path} ({start.framework})."
    else:
        yield f"Your file is {path} ({start.framework})."
    yield f"The target is {start.problem.minutes} minutes."
