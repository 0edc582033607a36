"""The learner's data in and out: JSON Lines, merging, and a consistent copy.

An export is UTF-8 text, one JSON object a line:

    {"drill": "log", "schema": 1, "version": "0.1.0", "exported": "2026-11-21T09:00:00+00:00"}  first
    {"source": "<SHA-256 of the text>", "text": "# drill: iou (numpy)\\n..."}                   every source
    {"event": "<id>", "ord": 1, "at": "<ISO 8601, UTC>", "offset": 3600, "kind": "submitted",
     "problem": "iou", "attempt": "<id>", "data": {...}}                                        every event

Events come in the order in which they count. `offset` is the learner's offset from UTC in seconds. Importing
is idempotent: an event whose id is known is left as it is, so the logs of two machines can be exchanged both
ways, any number of times. Unknown kinds are kept.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import datetime, timezone
from pathlib import Path
from typing import Any, NamedTuple

from drill import __version__
from drill.errors import BadInput
from drill.store.event import Event, is_sound, to_micros
from drill.store.faults import explain
from drill.store.log import Log, Writer, insert, keep_source

SCHEMA = 1


class Taken(NamedTuple):
    """What a merge did: new events, events that were known, new sources."""

    added: int
    known: int
    sources: int
    kinds: frozenset[str]


def export(log: Log, now: datetime) -> Iterator[str]:
    """The whole log as it is at one moment; each line ends in a newline."""
    head = {
        "drill": "log",
        "schema": SCHEMA,
        "version": __version__,
        "exported": now.astimezone(timezone.utc).isoformat(),
    }
    with log.reading():
        yield _line(head)
        for (sha,) in log.rows("SELECT sha FROM sources ORDER BY seq"):
            yield _line({"source": sha, "text": log.source(sha)})
        for event in log.events():
            yield _line(_plain(event))


def merge(tx: Writer, lines: Iterable[str]) -> Taken:
    """Take in an export within the caller's transaction; the caller rebuilds what is derived."""
    rows = enumerate(lines, start=1)
    _check_head(next(rows, (1, ""))[1])
    added = known = sources = 0
    kinds = set[str]()
    for number, line in rows:
        if not line.strip():
            continue
        row = _parse(line, number)
        if "source" in row:
            sources += _take_source(tx.db, row, number)
            continue
        event = _event(row, number)
        kinds.add(event.kind)
        if insert(tx.db, event):
            added += 1
        else:
            known += 1
    return Taken(added, known, sources, frozenset(kinds))


def backup(log: Log, target: Path) -> None:
    """A consistent copy at `target`, also while other commands write. Refuses to replace a file."""
    if target.is_dir():
        raise BadInput(f"{target} is a directory.", "Name the file to write, such as drill-backup.db.")
    if target.exists():
        raise BadInput(f"{target} exists.", "Choose another name, or move it away first.")
    part = target.with_name(target.name + ".part")
    try:
        part.unlink(missing_ok=True)
        with closing(sqlite3.connect(part)) as copy:
            log.copy_to(copy)
        os.link(part, target)  # unlike rename, never replaces what has appeared meanwhile
    except (OSError, sqlite3.Error) as error:
        raise explain(error, target) from error
    finally:
        part.unlink(missing_ok=True)


def _line(row: dict[str, Any]) -> str:
    return json.dumps(row, ensure_ascii=True) + "\n"


def _plain(event: Event) -> dict[str, Any]:
    return {
        "event": event.id,
        "ord": event.ord,
        "at": event.when.isoformat(),
        "offset": event.offset,
        "kind": event.kind,
        "problem": event.problem,
        "attempt": event.attempt,
        "data": event.data,
    }


def _parse(line: str, number: int) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except ValueError:
        row = None
    if not isinstance(row, dict):
        raise _bad(number)
    return row


def _check_head(line: str) -> None:
    row = _parse(line, 1)
    if row.get("drill") != "log":
        raise BadInput("This is not an export of drill's log.", "Give a file written by `drill export`.")
    schema = row.get("schema")
    if not isinstance(schema, int) or schema > SCHEMA:
        raise BadInput(
            f"The export has schema {schema}; this drill knows {SCHEMA}.",
            "Upgrade drill: pip install --upgrade interview-drill",
        )


def _event(row: dict[str, Any], number: int) -> Event:
    try:
        event = Event(
            id=row["event"],
            ord=row["ord"],
            at=to_micros(datetime.fromisoformat(row["at"])),
            offset=row["offset"],
            kind=row["kind"],
            problem=row["problem"],
            attempt=row["attempt"],
            data=row["data"],
        )
    except (KeyError, TypeError, ValueError) as error:
        raise _bad(number) from error
    if not is_sound(event):
        raise _bad(number)
    return event


def _take_source(db: sqlite3.Connection, row: dict[str, Any], number: int) -> bool:
    """Store a source unless it is there; a text that is not the one its name promises is refused."""
    if not isinstance(row.get("text"), str):
        raise _bad(number)
    before = db.total_changes
    try:
        sha = keep_source(db, row["text"])
    except UnicodeEncodeError as error:
        raise _bad(number) from error
    if sha != row["source"]:
        raise _bad(number)
    return db.total_changes > before


def _bad(number: int) -> BadInput:
    return BadInput(
        f"Line {number} of the export cannot be read; nothing was imported.",
        "Export again with `drill export`; the file may have been cut off or edited.",
    )
