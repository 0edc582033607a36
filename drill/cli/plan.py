"""Towards an interview: plan."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from drill.cli import json as shapes
from drill.cli.options import Json, TrackName, track_of
from drill.cli.session import Session
from drill.errors import BadInput

DEFAULT_MINUTES = 45
_EXAMPLE = "drill plan --by 2026-12-21 --minutes 45 --track core"

By = Annotated[
    str | None,
    typer.Option("--by", metavar="DATE", help="The day of the interview, such as 2026-12-21."),
]
Minutes = Annotated[
    float | None,
    typer.Option(
        "--minutes", metavar="N", help="Minutes a day; by default minutes_per_day as configured, else 45."
    ),
]
Off = Annotated[bool, typer.Option("--off", help="End the plan; `next` serves what is due again.")]
Whole = Annotated[bool, typer.Option("--all", help="Every day, not only the next two weeks.")]


def plan(
    ctx: typer.Context,
    by: By = None,
    minutes: Minutes = None,
    track: TrackName = None,
    off: Off = False,
    whole: Whole = False,
    json: Json = False,
) -> None:
    """With --by, makes a plan that `next` then follows, fitted anew every day to what you did and missed.
    Without it, shows the plan. Tracks of your own are YAML files in the folder tracks beside config.toml."""
    session = Session.of(ctx)
    if off:
        return _off(session, json)
    if by is None and (minutes is not None or track is not None):
        raise BadInput("Say by when: --by DATE.", _EXAMPLE)
    if by is None:
        view = session.practice.plan()
    else:
        daily = session.settings.minutes_per_day or DEFAULT_MINUTES if minutes is None else minutes
        view = session.practice.make_plan(_date(by), daily, track_of(session, track or "everything"))
    if json:
        return session.emit(shapes.plan(view))
    if view is None:
        return _none(session)
    from drill.cli.render.plan import plan as screen_of

    session.screen.show(
        screen_of(view, session.now.astimezone(session.settings.zone).date(), whole), wide=True
    )
    return session.advise("next")


def _off(session: Session, json: bool) -> None:
    ended = session.practice.end_plan()
    if json:
        return session.emit(shapes.plan(None))
    session.screen.show("The plan has ended." if ended else "There was no plan.")
    return session.advise("next")


def _none(session: Session) -> None:
    last = session.practice.last_plan()
    if last is None:
        session.screen.show("There is no plan. To make one, say when the interview is.")
    else:
        session.screen.show(f"Your plan was for {date.fromordinal(last.by)}. We hope it went well.")
    session.screen.say("")
    session.screen.say("drill plan --by DATE --minutes 45 --track core", "command")


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadInput(f"--by is not a date: {text!r}.", _EXAMPLE) from None
