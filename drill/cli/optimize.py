"""The memory model and the learner: optimize."""

from __future__ import annotations

from typing import Annotated

import typer

from drill.cli import json as shapes
from drill.cli.options import Json
from drill.cli.session import Session

Defaults = Annotated[bool, typer.Option("--defaults", help="Go back to FSRS's own parameters.")]


def optimize(ctx: typer.Context, defaults: Defaults = False, json: Json = False) -> None:
    """Fits FSRS to the earlier part of your log and adopts the parameters only if they foretell the later
    part better than FSRS's own do. Your due dates then follow them; nothing else changes."""
    session = Session.of(ctx)
    if defaults:
        changed = session.practice.use_default_parameters()
        if json:
            return session.emit(shapes.defaults(changed))
        session.screen.show("FSRS's own parameters are in use" + (" again." if changed else "."))
        return session.advise("stats", "--calibration")
    found = session.practice.optimize()
    if json:
        return session.emit(shapes.optimized(found))
    from drill.cli.render.calibration import optimized

    session.screen.show(optimized(found))
    return session.advise("stats", "--calibration")
