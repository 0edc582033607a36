"""The host of a grading, started before all else: while the command line is imported and read, it imports
NumPy, or a warm one gets a session ready.

Which libraries it needs is a guess from the words as they were typed. A wrong one costs time, nothing else.
"""

from __future__ import annotations

import os
from collections.abc import Sequence

from drill import settings
from drill.bank.starter import parse_header
from drill.errors import DrillError
from drill.grading.client import JUDGE
from drill.runner.client import Host

_LONGEST = 200  # characters of a line that names a problem


def start(words: Sequence[str]) -> Host | None:
    """None where nothing that was typed is a file, or something is wrong, which the command will say."""
    file = next((word for word in words if os.path.isfile(word)), None)  # noqa: PTH113 (no pathlib yet)
    if file is None:
        return None
    try:
        found = settings.load(os.environ)
        return Host(found, JUDGE, _framework(words, file, found) == "torch")
    except (DrillError, OSError, ValueError):
        return None


def _framework(words: Sequence[str], file: str, found: settings.Settings) -> str:
    if "torch" in words:
        return "torch"
    with open(file, encoding="utf-8", errors="replace") as stream:  # noqa: PTH123
        header = parse_header(stream.readline(_LONGEST).rstrip("\n"))
    return (header and header[1]) or found.framework
