"""SQLite's errors as sentences that say what to do."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from drill.errors import StoreError

_DAMAGED = ("malformed", "not a database", "unsupported file format", "malformed database schema")
_READ_ONLY = ("cannot be written: it is read-only.", "Make {folder} writable, or set DRILL_HOME.")
_FULL = ("cannot be written: the disk is full.", "Free some space and run the command again.")
_SENTENCES = (
    ("readonly", *_READ_ONLY),
    ("read-only", *_READ_ONLY),
    ("is full", *_FULL),
    ("no space", *_FULL),
    ("locked", "is being written by another command.", "Wait until it has finished and run this one again."),
    ("unable to open", "cannot be opened.", "Check the permissions of {folder}, or set DRILL_HOME."),
    ("disk i/o", "cannot be read or written: disk I/O error.", "Check the disk and its free space."),
)


def is_damage(error: sqlite3.Error) -> bool:
    """Whether the file itself is broken, as opposed to unreachable, full or busy."""
    return isinstance(error, sqlite3.DatabaseError) and any(word in str(error) for word in _DAMAGED)


def explain(error: sqlite3.Error | OSError, path: Path) -> StoreError:
    """The sentence for an error while using the log at `path`."""
    text = (error.strerror or "") if isinstance(error, OSError) else str(error)
    if isinstance(error, PermissionError):
        text = "unable to open"
    for word, says, todo in _SENTENCES:
        if word in text.lower():
            return StoreError(f"The log {path} {says}", todo.format(folder=path.parent))
    return StoreError(f"The log {path} cannot be used: {text}.", "Run `drill doctor`.")
