"""What waits today: due."""

from __future__ import annotations

from typing import Annotated

import typer

from drill.cli import json as shapes
from drill.cli.options import Json
from drill.cli.prompt import line
from drill.cli.session import Session

Quiet = Annotated[
    bool, typer.Option("--quiet", "-q", help="A line, or nothing when nothing waits: for a shell prompt.")
]


def due(ctx: typer.Context, quiet: Quiet = False, json: Json = False) -> None:
    """Under a plan, what is left of today's part of it; otherwise what is due. Changes nothing."""
    session = Session.of(ctx)
    waiting = session.practice.waiting()
    if json:
        return session.emit(shapes.waiting(waiting))
    said = line(waiting)
    if quiet:
        return session.screen.say(said) if said else None
    session.screen.show(f"{said}." if said else "Nothing waits today.")
    return session.advise("next")
