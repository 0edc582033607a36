"""Lists of problems."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, tzinfo
from itertools import groupby

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from drill.cli.render import times
from drill.cli.session import tidy
from drill.practice.results import Aside, ProblemRow

_STATE = {
    "open": ("open", "warn"), "due": ("due", "bad"), "scheduled": ("scheduled", "good"),
    "new": ("new", "faint"),
}  # fmt: skip


def plain_table(*columns: str, right: Sequence[str] = ()) -> Table:
    """A table without lines: a bold header, two spaces between columns."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for column in columns:
        table.add_column(column, justify="right" if column in right else "left", overflow="fold")
    return table


def problems(rows: Sequence[ProblemRow], now: datetime, zone: tzinfo | None) -> RenderableType:
    """One line a problem under its topic, in the order of the curriculum."""
    table = plain_table("problem", "level", "state", "due", "title")
    for column in table.columns:
        column.no_wrap = True
    table.expand, table.columns[-1].ratio, table.columns[-1].overflow = True, 1, "ellipsis"
    for topic, group in groupby(rows, lambda row: row.topic):
        table.add_row(Text(topic, "bold"))
        for row in group:
            table.add_row(*_problem(row, now, zone))
    due = sum(row.state == "due" for row in rows)
    solved = sum(row.solved for row in rows)
    return Group(table, Text(), Text(f"{times.count(len(rows), 'problem')}, {solved} solved, {due} due"))


def _problem(row: ProblemRow, now: datetime, zone: tzinfo | None) -> tuple[RenderableType, ...]:
    word, style = _STATE[row.state] if row.on else ("off", "faint")
    due = times.in_days(row.due, now, zone) if row.due and row.state in ("due", "scheduled") else ""
    return Text(f"  {row.id}", "name"), row.difficulty, Text(word, style), due, row.title


def asides(found: Sequence[Aside], now: datetime, zone: tzinfo | None) -> RenderableType:
    """Files that were put aside, numbered as `restore --which` counts them."""
    if not found:
        return Text("No file of this problem was put aside.")
    table = plain_table("which", "put aside", "file", right=["which"])
    for number, aside in enumerate(found, 1):
        where = tidy(aside.path) if aside.on_disk else "(deleted; its text is in the log)"
        table.add_row(str(number), times.moment(aside.at, now, zone), where)
    return table
