"""What `drill grade` has done so far, so that `--resume` goes on from there: JSON Lines in the cache folder.

One file for a list of files and options, gone when all are graded. A lost or unwritable one only costs time.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any


class Kept:
    """`facts`: what the grading was asked for. Lines are the objects that `--json` prints."""

    def __init__(self, cache: Path, facts: Sequence[object]) -> None:
        name = sha256(repr(facts).encode("utf-8", "surrogateescape")).hexdigest()[:16]
        self._path = cache / "grade" / f"{name}.jsonl"

    def read(self) -> list[dict[str, Any]]:
        """The lines of an interrupted grading; the last one may have been cut short."""
        found = []
        with contextlib.suppress(OSError, ValueError):
            for line in self._path.read_text(encoding="utf-8").splitlines():
                found.append(json.loads(line))
        return found

    def begin(self, resume: bool) -> None:
        """Makes room; without `resume` what was kept is forgotten."""
        if not resume:
            self.forget()
        with contextlib.suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)

    def forget(self) -> None:
        with contextlib.suppress(OSError):
            self._path.unlink()

    def add(self, facts: Mapping[str, Any]) -> None:
        with contextlib.suppress(OSError), self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(facts) + "\n")
