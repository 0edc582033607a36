"""A damaged log is put aside, never deleted; what can be read of it becomes a new log.

Entries carry a running number without gaps, so what is missing in the middle can be counted and dated;
entries lost at the very end cannot be known.
"""

from __future__ import annotations

import json
import os
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from drill.store import schema
from drill.store.event import Event, is_sound
from drill.store.log import insert
from drill.store.pages import Pages, Value


class Recovery(NamedTuple):
    """What became of a damaged log. `lost` counts entries known to be missing, `gap` when they were made."""

    kept: Path
    entries: int
    sources: int
    lost: int
    sources_lost: int
    gap: tuple[datetime, datetime] | None
    last: datetime | None

    def sentence(self) -> str:
        parts = [f"The log was damaged. It was put aside as {self.kept}, and {self._found()}."]
        if self.lost and self.gap:
            first, last = (moment.date().isoformat() for moment in self.gap)
            when = f"on {first}" if first == last else f"between {first} and {last}"
            parts.append(f"Lost: {_count(self.lost, 'entry', 'entries')} made {when}.")
        elif not self.lost and self.entries:
            parts.append("No gap was found; entries after the last one may be missing.")
        if self.sources_lost:
            parts.append(f"The text of {_count(self.sources_lost, 'submission', 'submissions')} was lost.")
        return " ".join(parts)

    def _found(self) -> str:
        if not self.entries:
            return "nothing in it could be read: the new log is empty"
        last = self.last.date().isoformat() if self.last else "?"
        entries = _count(self.entries, "entry", "entries")
        return f"{entries} (the last of {last}) were recovered into a new log"


def recover(path: Path, now: datetime) -> Recovery | None:
    """Replace the damaged log at `path`; None when another command has just done so."""
    with _alone(path):
        if _is_healthy(path):
            return None
        found = _read(path)
        fresh = path.with_name(path.name + ".new")
        fresh.unlink(missing_ok=True)
        _build(fresh, found, now)
        kept = _free_name(path, now)
        _swap(path, kept, fresh)
        return _account(kept, found)


class _Found(NamedTuple):
    events: dict[int, Event]  # by running number
    sources: dict[str, bytes]


def _read(path: Path) -> _Found:
    found = _Found({}, {})
    ids = set[str]()
    bound = path.stat().st_size  # no table has more rows than the file has bytes
    for rowid, values in Pages(path).rows():
        event = _event(values)
        if event is not None and event.id not in ids and 0 < rowid < bound:
            ids.add(event.id)
            found.events[rowid] = event
        source = _source(values)
        if source is not None:
            found.sources[source[0]] = source[1]
    return found


def _event(values: tuple[Value, ...]) -> Event | None:
    """The event in a row, when it is one: nine columns of the right types, and JSON at the end."""
    if len(values) != 9 or values[0] is not None:
        return None
    fields: tuple[Any, ...] = values[1:]
    event_id, order, at, offset, kind, problem, attempt, text = fields
    try:
        data = json.loads(text)
    except (TypeError, ValueError):
        return None
    event = Event(event_id, order, at, offset, kind, problem, attempt, data)
    return event if is_sound(event) else None


def _source(values: tuple[Value, ...]) -> tuple[str, bytes] | None:
    """(SHA-256, compressed text) when the row is a source and the text is the one it names."""
    from hashlib import sha256

    if len(values) != 3 or not isinstance(values[1], str) or not isinstance(values[2], bytes):
        return None
    try:
        text = zlib.decompress(values[2])
    except zlib.error:
        return None
    return (values[1], values[2]) if sha256(text).hexdigest() == values[1] else None


def _build(path: Path, found: _Found, now: datetime) -> None:
    """A new log with these facts; the derived tables are filled when it is opened."""
    db = sqlite3.connect(path, isolation_level=None)
    try:
        db.execute("BEGIN IMMEDIATE")
        schema.migrate(db, now.isoformat())
        for _, event in sorted(found.events.items()):
            insert(db, event)
        db.executemany("INSERT INTO sources (sha, text) VALUES (?, ?)", sorted(found.sources.items()))
        db.execute("COMMIT")
    finally:
        db.close()


def _swap(path: Path, kept: Path, fresh: Path) -> None:
    """The damaged log under another name, the fresh one in its place; a kill leaves one of the two there."""
    journal = path.with_name(path.name + "-journal")
    if journal.exists():  # left behind, it would be played into the fresh log
        journal.rename(kept.with_name(kept.name + "-journal"))
    try:
        os.link(path, kept)
    except OSError:  # a file system without hard links
        kept.write_bytes(path.read_bytes())
    fresh.replace(path)


def _account(kept: Path, found: _Found) -> Recovery:
    numbers = [0, *sorted(found.events)]
    gaps = [(a, b) for a, b in pairwise(numbers) if b > a + 1]
    named = {e.data["source"] for e in found.events.values() if isinstance(e.data.get("source"), str)}
    return Recovery(
        kept=kept,
        entries=len(found.events),
        sources=len(found.sources),
        lost=numbers[-1] - len(found.events),
        sources_lost=len(named - set(found.sources)),
        gap=_times(found.events, gaps[0][0], gaps[-1][1]) if gaps else None,
        last=found.events[numbers[-1]].when if found.events else None,
    )


def _times(events: dict[int, Event], before: int, after: int) -> tuple[datetime, datetime]:
    """When the entries around the missing ones were made."""
    end = events[after].when
    return (events[before].when if before else end), end


def _is_healthy(path: Path) -> bool:
    try:
        db = sqlite3.connect(path)
        try:
            return bool(db.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok")
        finally:
            db.close()
    except sqlite3.DatabaseError:
        return False


def _free_name(path: Path, now: datetime) -> Path:
    stem = f"{path.name}.damaged-{now.strftime('%Y-%m-%dT%H%M%S')}"
    names = (stem if n == 1 else f"{stem}-{n}" for n in range(1, 1000))
    return next(p for p in (path.with_name(name) for name in names) if not p.exists())


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Hold a lock file: two recoveries at once would put aside each other's new log."""
    import fcntl

    lock = path.with_name(path.name + ".lock")
    handle = os.open(lock, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
