"""Which files belong to a problem."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path


def grader_folder(root: Path, path: Path) -> Path:
    """The grader folder of the problem file `path` in the bank `root`; as `Problem.graders`."""
    return root / "graders" / path.parent.name / path.stem.replace("-", "_")


def grader_files(folder: str | Path, prefix: str = "") -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Every file below, with its name relative to the first folder; nothing hidden, nothing compiled.

    Raises OSError when a folder cannot be listed.
    """
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.name.startswith((".", "__pycache__")):
                continue
            if entry.is_dir():
                yield from grader_files(entry.path, f"{prefix}{entry.name}/")
            elif entry.is_file():
                yield prefix + entry.name, entry
