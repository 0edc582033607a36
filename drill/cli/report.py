"""Everything about one's practice, as a page."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from drill.cli import browser
from drill.cli import json as shapes
from drill.cli.options import Browse, Json
from drill.cli.pages.report import report as page_of
from drill.cli.session import Session, tidy

Output = Annotated[
    Path | None,
    typer.Option("--output", metavar="FILE", help="Where to write it; by default in your workspace."),
]


def report(ctx: typer.Context, browse: Browse = False, output: Output = None, json: Json = False) -> None:
    """One file without scripts, which loads nothing: calendar, forecast, retention, readiness against the
    plan, times, slips, calibration, mock interviews. For a screen or a telephone, light or dark, or paper."""
    session = Session.of(ctx)
    file = output.absolute() if output else browser.page_file(session, "report")
    browser.write(page_of(session.practice.overview(), session.settings.zone), file)
    if browse:
        browser.open_page(session, file)
    if json:
        return session.emit(shapes.reported(file))
    return session.screen.say(tidy(file))
