"""For whoever writes problems: verify, new."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from drill.bank.index import TRACKS
from drill.bank.schema import Summary
from drill.cli import json as shapes
from drill.cli.complete import problem_ids
from drill.cli.options import Json
from drill.cli.session import Session, tidy
from drill.errors import BadInput

Ids = Annotated[
    list[str] | None,
    typer.Argument(metavar="[ID]...", help="Problems; by default all.", autocompletion=problem_ids),
]
Mutate = Annotated[bool, typer.Option("--mutate", help="Also change the reference, one operator at a time.")]
Seed = Annotated[int, typer.Option("--seed", metavar="N", help="What the cases are drawn from.")]
Name = Annotated[str, typer.Argument(metavar="TOPIC/ID", help="Where the problem goes.")]


def verify(
    ctx: typer.Context, ids: Ids = None, mutate: Mutate = False, seed: Seed = 1, json: Json = False
) -> int:
    """References and right versions must be accepted, wrong ones and mistakes refused and named."""
    from drill.cli.render import verification as render
    from drill.cli.render.progress import bar
    from drill.grading.verify import verify as check

    session = Session.of(ctx)
    chosen, errors = _chosen(session, ids), () if ids else session.bank.errors
    with bar(session.errors, "Verifying", len(chosen)) as step:
        torch = find_spec("torch") is not None
        found = check(
            chosen,
            session.settings,
            seed=seed,
            torch=torch,
            mutate=mutate,
            on_problem=lambda problem: step(problem.id),
        )
    on_disk = len(chosen) if ids else _files(session)
    good = found.ok and not errors and len(found.problems) == on_disk
    if json:
        session.emit(shapes.verification(found, errors, on_disk, good))
    else:
        session.screen.show(render.verification(found, errors, on_disk), wide=True)
        if not torch:
            session.screen.show("PyTorch is not installed here: only NumPy versions were checked.")
        again = [problem.id for problem in found.problems if problem.surprises]
        session.advise("verify", *again) if again else session.advise("list")
    return 0 if good else 1


def _chosen(session: Session, ids: list[str] | None) -> list[Summary]:
    by_id = {summary.id: summary for summary in session.bank.summaries()}
    for wanted in ids or ():
        session.bank.get(wanted)  # says what is wrong with it, or which ids are near
    return [by_id[wanted] for wanted in dict.fromkeys(ids)] if ids else list(by_id.values())


def _files(session: Session) -> int:
    """Problem files on disk, readable or not."""
    files = (path for root in session.roots for path in root.glob("problems/*/*.yaml"))
    return sum(path.parent.name != TRACKS for path in files)


def new(ctx: typer.Context, name: Name, json: Json = False) -> None:
    """Into the bank of --bank, else into this folder. What it writes works; replace it bit by bit."""
    from drill.bank.scaffold import scaffold

    session = Session.of(ctx)
    topic, slash, problem_id = name.partition("/")
    if not slash:
        raise BadInput(f"{name!r} lacks its topic.", session.command("new", f"activations/{name}"))
    root = (session.banks or [Path.cwd()])[0].absolute()
    files = scaffold(root, topic, problem_id)
    if json:
        return session.emit(shapes.scaffolded(problem_id, files))
    for file in files:
        session.screen.say(tidy(file))
    if root not in session.roots:
        session.banks.append(root)
    return session.advise("verify", problem_id, before="Edit these; then check them:")
