"""The screens of `doctor` and `config`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from drill.cli.render.tables import plain_table

if TYPE_CHECKING:
    from drill.cli.diagnose import Check

_MARKS = {True: ("✓", "good"), False: ("✗", "bad"), None: ("·", "faint")}


class Row(NamedTuple):
    """A setting: its value as text, and what set it: a variable, `file` or `default`."""

    name: str
    value: str
    source: str
    says: str


def table(rows: Sequence[Row]) -> RenderableType:
    """Every setting with its value and meaning."""
    found = plain_table("setting", "value", "set by", "meaning")
    for row in rows:
        faint = "faint" if row.source == "default" else ""
        found.add_row(Text(row.name, "name"), row.value, Text(row.source, faint), row.says)
    return found


def checks(found: Sequence[Check]) -> RenderableType:
    """One line a check, under what it is about."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    section = ""
    for check in found:
        if check.section != section:
            if section:
                grid.add_row(Text())
            section = check.section
            grid.add_row(Text(section, "bold"))
        mark, style = _MARKS[check.ok]
        grid.add_row(Text.assemble("  ", (mark, style), f" {check.name}"), check.says)
    return grid
