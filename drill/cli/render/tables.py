"""Lists of problems."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, tzinfo
from itertools import groupby

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from drill.cli.render import times
from drill.cli.session import tidy
from drill.practice.results import Aside, ProblemRow

_COLUMNS = ("problem", "level", "state", "due", "title")
_STYLES = {"open": "warn", "due": "bad", "scheduled": "good", "new": "faint", "off": "faint"}


def plain_table(*columns: str, right: Sequence[str] = ()) -> Table:
    """A table without lines: a bold header, two spaces between columns."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for column in columns:
        table.add_column(column, justify="right" if column in right else "left", overflow="fold")
    return table


def problems(rows: Sequence[ProblemRow], now: datetime, zone: tzinfo | None) -> RenderableType:
    """One line a problem under its topic, in the order of the curriculum.

    A column is a single cell of many lines: Rich lays out every cell by itself, which for a thousand rows of
    five takes longer than all the rest of the command.
    """
    table = plain_table(*_COLUMNS)
    table.expand, table.columns[-1].ratio = True, 1
    lines: list[tuple[str | tuple[str, str], ...]] = []
    for topic, group in groupby(rows, lambda row: row.topic):
        lines.append(((topic, "bold"), "", "", "", ""))
        lines += [_problem(row, now, zone) for row in group]
    if lines:
        table.add_row(*map(_column, zip(*lines, strict=True)))
    due = sum(row.state == "due" for row in rows)
    solved = sum(row.solved for row in rows)
    summary = f"{times.count(len(rows), 'problem')}, {solved} solved, {due} due"
    return Group(table, Text(), Text(summary))


def _problem(row: ProblemRow, now: datetime, zone: tzinfo | None) -> tuple[str | tuple[str, str], ...]:
    due = times.in_days(row.due, now, zone) if row.due and row.state in ("due", "scheduled") else ""
    state = row.state if row.on else "off"
    return (f"  {row.id}", "name"), row.difficulty, (state, _STYLES[state]), due, row.title


def _column(cells: Iterable[str | tuple[str, str]]) -> Text:
    texts = [Text(cell) if isinstance(cell, str) else Text(*cell) for cell in cells]
    return Text("\n", no_wrap=True, overflow="ellipsis").join(texts)


def asides(found: Sequence[Aside], now: datetime, zone: tzinfo | None) -> RenderableType:
    """Files that were put aside, numbered as `restore --which` counts them."""
    if not found:
        return Text("No file of this problem was put aside.")
    table = plain_table("which", "put aside", "file", right=["which"])
    for number, aside in enumerate(found, 1):
        where = tidy(aside.path) if aside.on_disk else "(deleted; its text is in the log)"
        table.add_row(str(number), times.moment(aside.at, now, zone), where)
    return table
