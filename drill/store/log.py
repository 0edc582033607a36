"""The append-only log: one SQLite file, written in short transactions, committed before anything is shown.

    with log.write(now) as tx:                 # BEGIN IMMEDIATE: read, decide and append without a race
        event = tx.append("hinted", problem="iou", attempt=attempt, data={"level": 1})

Every append also lets `Derived` bring its tables up to date in the same transaction, so figures and facts
cannot part. A rollback journal with full synchronisation (not WAL): a kill or a power cut at any instant
leaves the last committed state, the log is one file that may be copied while idle, and it works on network
homes; commits are few and readers brief, so writers simply queue (`BUSY_SECONDS`).

A damaged file is put aside and what can be read of it goes into a new log (`drill.store.recover`).
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from drill.errors import StoreError
from drill.store import schema
from drill.store.event import Event, fresh_id, to_micros
from drill.store.faults import explain, is_damage

BUSY_SECONDS = 60.0
LAST_ORD = 1 << 62
COLUMNS = "id, ord, at, offset, kind, problem, attempt, data"


class Derived(Protocol):
    """Tables computed from the log. They are dropped and rebuilt whenever `version` changes."""

    version: int
    tables: tuple[str, ...]
    statements: tuple[str, ...]

    def apply(self, db: sqlite3.Connection, event: Event) -> None:
        """Take in an event that has just been appended."""

    def rebuild(self, db: sqlite3.Connection) -> None:
        """Fill the (new, empty) tables from all events."""


class Writer:
    """An open write transaction."""

    def __init__(
        self, db: sqlite3.Connection, derived: Derived, now: datetime, new_id: Callable[[], str]
    ) -> None:
        self.db, self._derived, self._now, self._new_id = db, derived, now, new_id

    def append(
        self, kind: str, problem: str | None, attempt: str | None, data: Mapping[str, Any] | None = None
    ) -> Event:
        """Add an event at the transaction's `now`. An `opened` event is its own attempt."""
        at = to_micros(self._now)
        offset = self._now.utcoffset()
        last = self.db.execute("SELECT max(ord) FROM events").fetchone()[0]
        event_id = self._new_id()
        event = Event(
            id=event_id,
            ord=at if last is None else max(at, last + 1),
            at=at,
            offset=round(offset.total_seconds()) if offset else 0,
            kind=kind,
            problem=problem,
            attempt=event_id if kind == "opened" else attempt,
            data=dict(data or {}),
        )
        insert(self.db, event)
        self._derived.apply(self.db, event)
        return event

    def keep(self, text: str) -> str:
        """Store a source once; returns its SHA-256."""
        return keep_source(self.db, text)

    def rebuild(self) -> None:
        """Compute every derived table anew, within this transaction."""
        rebuild(self.db, self._derived)


class Log:
    """`notices`: what the learner must be told about the opening (a recovery)."""

    def __init__(
        self,
        path: Path,
        now: datetime,
        derived: Derived,
        new_id: Callable[[], str] = fresh_id,
        busy_seconds: float = BUSY_SECONDS,
    ) -> None:
        """Open, create or migrate the log at `path`; recover it when it is damaged. Raises `StoreError`."""
        to_micros(now)  # refuses a naive one
        self.path, self.notices = path, list[str]()
        self._now, self._derived, self._new_id, self._busy = now, derived, new_id, busy_seconds
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._db = self._open_or_recover()
        except (OSError, sqlite3.Error) as error:
            raise explain(error, path) from error

    def close(self) -> None:
        self._db.close()

    # -- reading ------------------------------------------------------------------------------------------

    def rows(self, sql: str, params: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        with self._guard():
            return self._db.execute(sql, params).fetchall()

    def row(self, sql: str, params: Sequence[Any] = ()) -> tuple[Any, ...] | None:
        found = self.rows(sql, params)
        return found[0] if found else None

    def each(self, sql: str, params: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
        """Rows one by one, for a reader that may stop early."""
        with self._guard():
            yield from self._db.execute(sql, params)

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Several reads of one and the same state."""
        with self._guard():
            self._db.execute("BEGIN")
            try:
                yield
            finally:
                self._db.rollback()

    def event(self, event_id: str) -> Event | None:
        with self._guard():
            return next(select(self._db, "WHERE id = ?", (event_id,)), None)

    def events(self) -> Iterator[Event]:
        """All, in the order in which they count."""
        with self._guard():
            yield from select(self._db, "ORDER BY ord, id")

    def events_of(
        self, problem: str | None, *kinds: str, since: int = 0, before: int = LAST_ORD
    ) -> Iterator[Event]:
        """Those of some kinds, of a problem or of none, from an `ord` on and before another."""
        with self._guard():
            where = f"WHERE problem IS ? AND ord >= ? AND ord < ? AND kind IN ({', '.join('?' * len(kinds))})"
            yield from select(self._db, f"{where} ORDER BY ord, id", (problem, since, before, *kinds))

    def last(self) -> Event | None:
        with self._guard():
            return next(select(self._db, "ORDER BY ord DESC, id DESC LIMIT 1"), None)

    def source(self, sha: str) -> str:
        """A stored text. Raises `StoreError` when a recovery could not save it."""
        row = self.row("SELECT text FROM sources WHERE sha = ?", (sha,))
        if row is None:
            raise StoreError(
                f"The text {sha[:12]} is no longer in the log {self.path}.", "It was lost to damage."
            )
        return zlib.decompress(row[0]).decode()

    def check(self) -> tuple[str, ...]:
        """What SQLite finds wrong with the file; empty when it is sound. Reads all of it."""
        return tuple(str(row[0]) for row in self.rows("PRAGMA integrity_check") if row[0] != "ok")

    def copy_to(self, target: sqlite3.Connection) -> None:
        """SQLite's online backup: a consistent copy while others write."""
        with self._guard():
            self._db.backup(target)

    # -- writing ------------------------------------------------------------------------------------------

    @contextmanager
    def write(self, now: datetime) -> Iterator[Writer]:
        """One transaction: all of it is on disk when the block has ended, or none of it when it raised."""
        with self._guard(), immediate(self._db):
            yield Writer(self._db, self._derived, now, self._new_id)

    def rebuild(self) -> None:
        """Compute every derived table anew."""
        with self._guard(), immediate(self._db):
            rebuild(self._db, self._derived)

    # -- opening ------------------------------------------------------------------------------------------

    def _open_or_recover(self) -> sqlite3.Connection:
        try:
            return self._open()
        except sqlite3.Error as error:
            if not is_damage(error):
                raise
            self._recover()
            return self._open()

    def _open(self) -> sqlite3.Connection:
        db = sqlite3.connect(self.path, timeout=self._busy, isolation_level=None)
        try:
            self._prepare(db)
        except BaseException:
            db.close()
            raise
        return db

    def _prepare(self, db: sqlite3.Connection) -> None:
        db.execute("PRAGMA synchronous = FULL")
        have = schema.version(db)
        if schema.is_foreign(db):
            raise StoreError(f"{self.path} is not a drill log.", "Move it away, or set DRILL_HOME.")
        if have > schema.LATEST:
            raise StoreError(
                f"The log {self.path} is a newer drill's (schema {have}; this one knows {schema.LATEST}).",
                "Upgrade drill: pip install --upgrade interview-drill",
            )
        if have < schema.LATEST:
            with immediate(db):
                schema.migrate(db, self._now.isoformat())
        if self._stale(db):
            with immediate(db):
                if self._stale(db):
                    rebuild(db, self._derived)

    def _stale(self, db: sqlite3.Connection) -> bool:
        row = db.execute("SELECT value FROM meta WHERE key = 'derived'").fetchone()
        return row is None or row[0] != str(self._derived.version)

    @contextmanager
    def _guard(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            if not is_damage(error):
                raise explain(error, self.path) from error
            self._db.close()
            self._recover()
            raise StoreError(" ".join(self.notices), "Run the command again.") from error

    def _recover(self) -> None:
        from drill.store.recover import recover

        try:
            recovery = recover(self.path, self._now)
        except (OSError, sqlite3.Error) as error:
            raise explain(error, self.path) from error
        self.notices.append(
            recovery.sentence() if recovery else "The log was damaged and has just been recovered."
        )


@contextmanager
def immediate(db: sqlite3.Connection) -> Iterator[None]:
    """A write transaction: waits for other writers, commits at the end, rolls back on any exception."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):  # a full disk or a recovery has ended it already
            db.rollback()
        raise


def rebuild(db: sqlite3.Connection, derived: Derived) -> None:
    for table in derived.tables:
        db.execute(f"DROP TABLE IF EXISTS {table}")
    for statement in derived.statements:
        db.execute(statement)
    derived.rebuild(db)
    db.execute("INSERT OR REPLACE INTO meta VALUES ('derived', ?)", (str(derived.version),))


def select(db: sqlite3.Connection, tail: str, params: Sequence[Any] = ()) -> Iterator[Event]:
    """Events by the end of a SELECT statement."""
    for row in db.execute(f"SELECT {COLUMNS} FROM events {tail}", params):
        event_id, order, at, offset, kind, problem, attempt, data = row
        yield Event(event_id, order, at, offset, kind, problem, attempt, json.loads(data))


def insert(db: sqlite3.Connection, event: Event) -> bool:
    """Add an event to the table alone; False when its id is there already."""
    data = json.dumps(event.data, separators=(",", ":"))  # ASCII: a file name may hold lone surrogates
    values = (event.id, event.ord, event.at, event.offset, event.kind, event.problem, event.attempt, data)
    cursor = db.execute(f"INSERT OR IGNORE INTO events ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values)
    return cursor.rowcount == 1


def keep_source(db: sqlite3.Connection, text: str) -> str:
    from hashlib import sha256

    raw = text.encode()
    sha = sha256(raw).hexdigest()
    db.execute("INSERT OR IGNORE INTO sources (sha, text) VALUES (?, ?)", (sha, zlib.compress(raw, 9)))
    return sha
