"""Practising with the judge at one's side: watch."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from drill.cli.options import Device, FrameworkName, Problem, device_of, framework_of
from drill.cli.session import Session
from drill.errors import BadInput

MaybeFile = Annotated[
    Path | None, typer.Argument(metavar="[FILE]", help="Your solution; by default that of the open problem.")
]


def watch(
    ctx: typer.Context,
    file: MaybeFile = None,
    problem: Problem = None,
    framework: FrameworkName = None,
    device: Device = None,
) -> None:
    """The visible cases run on each save. Keys: s submit, h hint, w why, e edit, n next, q leave."""
    from drill.cli.watching.terminal import Terminal, present
    from drill.cli.watching.watcher import Watcher

    session = Session.of(ctx)
    if not present():
        raise BadInput(
            "drill watch needs a terminal to draw on and to read keys from.", session.command("run", "FILE")
        )
    wanted = file.absolute() if file is not None else _open_file(session)
    with Terminal(session.screen) as terminal:
        watcher = Watcher(session, terminal, wanted, problem, framework_of(framework), device_of(device))
        watcher.run()
    if watcher.solved:
        session.advise("next")
    else:
        session.advise("submit", watcher.file)


def _open_file(session: Session) -> Path:
    """Where the learner works on the problem that is open. Raises BadInput when there is none."""
    current = session.practice.current()
    if current is None:
        raise BadInput("No problem is open, so there is nothing to watch.", session.command("next"))
    return session.practice.file(current)
