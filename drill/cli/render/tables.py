"""Lists of problems."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from itertools import groupby
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.segment import Segment
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
    """One line a problem under its topic, in the order of the curriculum."""
    cells = [_problem(row, now, zone) for row in rows]
    widths = [max(map(len, column)) + 2 for column in zip(_COLUMNS, *cells, strict=True)]
    lines = [_Line([("".join(map(str.ljust, _COLUMNS[:-1], widths)), "bold")], _COLUMNS[-1], "bold")]
    for topic, group in groupby(zip(rows, cells, strict=True), lambda pair: pair[0].topic):
        lines.append(_Line([(topic, "bold")]))
        for _, (*facts, title) in group:
            styles = ("name", "", _STYLES[facts[2]], "")
            texts = zip(map(str.ljust, facts, widths), styles, strict=True)
            lines.append(_Line(tuple(texts), title))
    due = sum(row.state == "due" for row in rows)
    solved = sum(row.solved for row in rows)
    summary = f"{times.count(len(rows), 'problem')}, {solved} solved, {due} due"
    return Group(_Lines(lines), Text(), Text(summary))


def _problem(row: ProblemRow, now: datetime, zone: tzinfo | None) -> tuple[str, str, str, str, str]:
    due = times.in_days(row.due, now, zone) if row.due and row.state in ("due", "scheduled") else ""
    return f"  {row.id}", row.difficulty, row.state if row.on else "off", due, row.title


class _Line(NamedTuple):
    """Texts with their styles, then one that ends with an ellipsis where it does not fit."""

    texts: Sequence[tuple[str, str]]
    last: str = ""
    style: str = ""


@dataclass(frozen=True, slots=True)
class _Lines:
    """A table that is as long as the bank: Rich's own lays out each cell by itself, and takes for a thousand
    rows four times as long as the whole command takes otherwise."""

    lines: Sequence[_Line]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for texts, last, style in self.lines:
            room = options.max_width
            for text, name in texts:
                yield Segment(text[:room], console.get_style(name))
                room = max(0, room - len(text))
            if cell_len(last) > room:
                last = set_cell_size(last, room - 1) + "…"
            yield Segment(last, console.get_style(style))
            yield Segment.line()


def asides(found: Sequence[Aside], now: datetime, zone: tzinfo | None) -> RenderableType:
    """Files that were put aside, numbered as `restore --which` counts them."""
    if not found:
        return Text("No file of this problem was put aside.")
    table = plain_table("which", "put aside", "file", right=["which"])
    for number, aside in enumerate(found, 1):
        where = tidy(aside.path) if aside.on_disk else "(deleted; its text is in the log)"
        table.add_row(str(number), times.moment(aside.at, now, zone), where)
    return table
