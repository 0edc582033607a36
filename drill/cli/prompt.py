"""`drill due --quiet`, for a shell prompt or cron: answered before Typer and Rich are imported."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from datetime import datetime, timezone
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from drill.practice.waiting import Waiting


def run(arguments: list[str]) -> int:
    """Print the line, if there is one; the exit code."""
    said = quiet(os.environ)
    if said:
        sys.stdout.write(f"{said}\n")
    return 0


def quiet(environ: Mapping[str, str]) -> str:
    """The line, or nothing. Creates no log where there is none."""
    from drill import settings
    from drill.bank.bank import Bank, builtin_root
    from drill.practice.practice import Practice

    chosen = settings.load(environ)
    if not os.path.exists(chosen.log):  # noqa: PTH110 (nothing else here needs a Path's methods)
        return ""
    text = environ.get("DRILL_NOW")
    now = settings.parse_now(text) if text else datetime.now(timezone.utc)
    practice = Practice.open(Bank.open([builtin_root(), *chosen.banks], chosen.cache), chosen, now)
    try:
        return line(practice.waiting())
    finally:
        practice.close()


def line(waiting: Waiting) -> str:
    """`2 of today's plan`, `3 due`, with what is open; empty when nothing waits."""
    parts = []
    if waiting.planned:
        parts.append(f"{waiting.planned} of today's plan")
    elif waiting.planned is None and waiting.due:
        parts.append(f"{waiting.due} due")
    if waiting.open:
        parts.append(f"{waiting.open} open")
    return ", ".join(parts)
