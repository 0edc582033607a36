"""`python -m drill.cli.docs` writes docs/commands.md from what `--help` says; a test fails when it is old."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from drill.cli.app import COMMANDS, Command, app

PAGE = Path(__file__).parents[2] / "docs" / "commands.md"
# What a page or a screen looks like: `python -m tools.pictures` takes them.
PICTURES = {
    "show": (
        "statement-iou",
        "A statement in a browser: formulas, and a figure of two boxes",
    ),
    "interview": ("scorecard", "The scorecard of a mock interview in the terminal"),
    "report": ("report-light", "The report: readiness against the plan, a calendar, what is due, slips"),
}
_HEAD = """\
# Commands

Written by `python -m drill.cli.docs` from what each `--help` says.

Every command takes `--help` and, in either place, `--bank DIR`: another folder of problems beside the
built-in one, trusted like an installed package; it may be repeated. What `--json` prints is described in
[json.md](json.md). Exit codes: 0 accepted or done, 1 not accepted, 2 bad usage or bad input, 3 an internal
error, 130 interrupted. `NO_COLOR` is honoured. `DRILL_HOME` moves everything that drill keeps;
`DRILL_DEBUG=1` shows tracebacks.

Without a command, `drill` lists these. `drill --version` prints the version, and `drill --install-completion`
makes the shell complete commands, options and problem ids.
"""


def page() -> str:
    """The whole page."""
    group: Any = typer.main.get_command(app)
    parts = [_HEAD]
    section = ""
    for name, command in COMMANDS.items():
        if command.section != section:
            section = command.section
            parts.append(f"\n## {section}\n")
        parts += _command(name, command, group.get_command(None, name))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(parts))


def _command(name: str, command: Command, built: Any) -> Iterator[str]:
    yield f"\n### drill {name}\n"
    yield f"{command.summary} {inspect.cleandoc(built.callback.__doc__ or '')}\n"
    yield f"```sh\n{chr(10).join(command.examples)}\n```\n"
    if name in PICTURES:
        picture, alt = PICTURES[name]
        yield f"![{alt}](pictures/{picture}.png)\n"
    rows = [_row(param) for param in built.params if param.name != "bank"]
    if rows:
        yield "| | |\n|---|---|"
        yield from rows
        yield ""


def _row(param: Any) -> str:
    metavar = param.metavar or ("" if param.is_flag else param.name.upper())
    if param.param_type_name == "argument":
        spelled = f"`{metavar}`"
    else:
        spelled = ", ".join(f"`{option}`" for option in param.opts) + (f" `{metavar}`" if metavar else "")
    return f"| {spelled.replace('|', chr(92) + '|')} | {param.help} |"


def main() -> None:
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
