"""The screens of `doctor`, `config` and `warm`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from drill.cli.render.tables import plain_table
from drill.cli.render.times import count

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


def warm(hosts: Sequence[Mapping[str, Any]], stopped: bool, idle_minutes: int) -> RenderableType:
    """What runs, or what was asked to leave."""
    if not hosts:
        return Text("No warm grader was running." if stopped else "No warm grader is running.")
    return Text("\n").join(_host(host, stopped, idle_minutes) for host in hosts)


def _host(host: Mapping[str, Any], stopped: bool, idle_minutes: int) -> Text:
    what = "NumPy and torch" if host["torch"] else "NumPy"
    does = "leaves" if stopped else "is at work" if host["busy"] else "waits"
    rest = "" if stopped else f" It goes after {count(idle_minutes, 'idle minute')}."
    return Text(
        f"A warm grader (process {host['pid']}) with {what} {does}; "
        f"it has served {count(host['served'], 'request')}.{rest}"
    )
