"""`drill --help`: the commands by what one wants to do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from drill.cli.app import Command


def overview(commands: Mapping[str, Command]) -> RenderableType:
    """Every command with its one line, under the headings of the registry."""
    parts: list[RenderableType] = [
        Text("drill: practise deep-learning coding interviews.", "bold"),
        Text("Usage: drill [--bank DIR] COMMAND [OPTIONS]"),
    ]
    for section in dict.fromkeys(command.section for command in commands.values()):
        parts += [Text(), Text(section, "bold"), _table(commands, section)]
    parts += [
        Text(),
        Text("Each command explains itself: drill submit --help. Every screen ends with what to type next."),
        Text("Also: --bank DIR (more problems), --version, --install-completion."),
        Text(),
        Text("drill next", "command"),
    ]
    return Group(*parts)


def _table(commands: Mapping[str, Command], section: str) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(style="name", min_width=10, no_wrap=True)
    table.add_column()
    for name, command in commands.items():
        if command.section == section:
            table.add_row(f"  {name}", command.summary)
    return table
