"""The learner's data in and out: export, import, backup."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Annotated, TextIO

import typer

from drill.cli import json as shapes
from drill.cli.options import Json
from drill.cli.render.times import count
from drill.cli.session import Session, tidy
from drill.errors import BadInput

Target = Annotated[
    Path | None, typer.Argument(metavar="[FILE]", help="The file to write; by default the standard output.")
]
Source = Annotated[
    Path, typer.Argument(metavar="FILE", help="What `drill export` wrote; - is the standard input.")
]
Copy = Annotated[Path, typer.Argument(metavar="FILE", help="The copy to write; it must not exist yet.")]


def export(ctx: typer.Context, file: Target = None) -> None:
    """JSON Lines: every event of your log and every source you submitted, documented in docs/learning.md.
    A file that exists is not replaced."""
    session = Session.of(ctx)
    lines = session.practice.export()
    if file is None or str(file) == "-":
        for line in lines:
            session.screen.write(line)
        return None
    number = _write(file, lines)
    session.screen.show(f"{tidy(file.absolute())}: {count(number, 'line')}.")
    return session.advise("import", file)


def import_(ctx: typer.Context, file: Source, json: Json = False) -> None:
    """What your log knows already is not counted twice, so the logs of two machines can be exchanged both
    ways, any number of times."""
    session = Session.of(ctx)
    with _opened(file) as stream:
        merged = session.practice.merge(iter(stream))
    if json:
        return session.emit(shapes.merged(merged))
    session.screen.show(f"{count(merged.added, 'event')} added, {merged.known} known already.")
    if merged.unknown_kinds:
        kinds = ", ".join(merged.unknown_kinds)
        session.screen.show(f"Kept, but not understood by this version of drill: {kinds}.")
    return session.advise("stats")


def backup(ctx: typer.Context, file: Copy, json: Json = False) -> None:
    """The log as it is at one moment, also while other commands write it. To go back to it, put the copy in
    the log's place; `drill doctor` says where that is."""
    session = Session.of(ctx)
    session.practice.backup(file)
    if json:
        return session.emit(shapes.backed_up(file.absolute()))
    session.screen.show(f"Your log is copied to {tidy(file.absolute())}.")
    return session.advise("stats")


def _write(file: Path, lines: Iterator[str]) -> int:
    """Write the lines; how many there were. Nothing is left behind when it fails."""
    part = file.with_name(f".{file.name}.part")
    number = 0
    try:
        if os.path.lexists(file):
            raise BadInput(f"{file} exists.", "Choose another name, or move it away first.")
        with part.open("w", encoding="utf-8", newline="") as stream:
            for line in lines:
                stream.write(line)
                number += 1
        part.rename(file)
    except OSError as error:
        raise BadInput(f"{file} cannot be written: {error.strerror}.", "Choose another place.") from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return number


@contextmanager
def _opened(file: Path) -> Iterator[TextIO]:
    if str(file) == "-":
        yield sys.stdin
        return
    try:
        with file.open(encoding="utf-8") as stream:
            yield stream
    except UnicodeDecodeError:
        raise BadInput(f"{file} is not UTF-8 text.", "Give a file written by `drill export`.") from None
    except OSError as error:
        raise BadInput(f"{file} cannot be read: {error.strerror}.", "Check its name.") from error
