"""The learner's files: reset, restore."""

from __future__ import annotations

from typing import Annotated

import typer

from drill.cli import json as shapes
from drill.cli.options import Json, ProblemId
from drill.cli.render.tables import asides
from drill.cli.session import Session, tidy

Which = Annotated[int, typer.Option("--which", metavar="N", min=1, help="Which one: 1 is the newest.")]
Listing = Annotated[bool, typer.Option("--list", help="Only show which files were put aside.")]


def reset(ctx: typer.Context, problem: ProblemId, json: Json = False) -> None:
    """An open attempt goes on, else a new one begins. `drill restore ID` brings the old file back."""
    session = Session.of(ctx)
    started = session.practice.reset(problem)
    if json:
        return session.emit(shapes.started(started))
    aside = f" Your file is now {tidy(started.put_aside)}." if started.put_aside else ""
    begun = "" if started.resumed else " That began a new attempt."
    session.screen.show(f"{tidy(started.path)} is a blank starter.{aside}{begun}")
    return session.advise("submit", started.path)


def restore(
    ctx: typer.Context, problem: ProblemId, which: Which = 1, listing: Listing = False, json: Json = False
) -> None:
    """The file that stands there now is put aside in turn."""
    session = Session.of(ctx)
    session.bank.get(problem)
    if listing:
        found = session.practice.asides(problem)
        if json:
            return session.emit(shapes.asides(found))
        session.screen.show(asides(found, session.now, session.settings.zone), wide=True)
        return session.advise("restore", problem)
    restored = session.practice.restore(problem, which)
    if json:
        return session.emit(shapes.restored(restored))
    aside = f" The file that was there is now {tidy(restored.put_aside)}." if restored.put_aside else ""
    session.screen.show(f"{tidy(restored.path)} is back.{aside}")
    if restored.counts:
        session.screen.show("It is from an earlier attempt, so it counts as help.")
    return session.advise("submit", restored.path)
