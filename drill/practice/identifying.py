"""Which problem a file, or a command without an id, is about."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from drill.bank.schema import Framework, Problem
from drill.bank.starter import parse_header
from drill.errors import BadInput
from drill.practice.desk import Desk, framework_of
from drill.practice.results import Identified
from drill.practice.workspace import read_source
from drill.settings import Settings

if TYPE_CHECKING:
    from drill.bank.bank import Bank

_IMPORT = re.compile(r"^\s*(?:import|from)\s+(numpy|torch)\b", re.MULTILINE)


def identify(
    bank: Bank, settings: Settings, file: Path, asked: str | None, framework: str | None
) -> Identified:
    """By the flag, else the header line, else the file's name.

    The framework by the flag, else the header line, else what the file imports.
    """
    text = read_source(file)
    first = text.partition("\n")[0].rstrip("\r")
    header = parse_header(first)
    if asked is not None:
        problem = bank.get(asked)
    elif header is not None:
        problem = bank.get(header[0])
    else:
        problem = bank.get(_by_name(bank, file, first))
    named = header[1] if header and header[0] == problem.id else None
    framework = framework or named or _imported(problem, text)
    return Identified(problem, framework_of(settings, problem, framework), text, file)


def current(desk: Desk) -> str | None:
    """The problem of the latest open attempt, else of the latest attempt."""
    latest = desk.open_attempts() or desk.attempts("ORDER BY opened DESC LIMIT 1")
    return latest[0].problem if latest else None


def opened(desk: Desk) -> str:
    """The problem that is open now."""
    latest = desk.open_attempts()
    if not latest:
        raise BadInput("No problem is open.", "Name one, or start the next: drill next")
    return latest[0].problem


def _imported(problem: Problem, text: str) -> Framework | None:
    """The one framework of the problem that the file imports; None when it is none or both."""
    found = set(_IMPORT.findall(text))
    return next((name for name in problem.frameworks if found == {name}), None)


def _by_name(bank: Bank, file: Path, first: str) -> str:
    ids = {s.id for s in bank.summaries()}
    for name in (file.stem.replace("_", "-"), file.stem):
        if name in ids:
            return name
    says = f"its first line is not `# drill: ID`{_but(first)}, and no problem has its name"
    raise BadInput(f"It is not clear which problem {file} solves: {says}.", "Say it: --problem ID")


def _but(first: str) -> str:
    """The first line, where it was meant to say it."""
    return f" or `# drill: ID (numpy|torch)` but `{first[:60].strip()}`" if "drill:" in first else ""
