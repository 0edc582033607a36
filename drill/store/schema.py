"""The log's tables and how older ones become today's.

Only `events` and `sources` hold facts; everything else in the file is derived from them and described by
whoever derives it (`drill.store.log.Derived`). A migration is never changed once released: add one, and keep
a database of the schema before it in tests/store/fixtures.
"""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

APPLICATION_ID = 0x6472_696C  # "dril", so that another program's database is never taken for a log


class Migration(NamedTuple):
    """Brings a database from version - 1 to `version` (`PRAGMA user_version`)."""

    version: int
    name: str
    statements: tuple[str, ...]


MIGRATIONS = (
    Migration(
        1,
        "events and sources",
        (
            # seq has no gaps as long as nothing is lost: recovery counts on it.
            """CREATE TABLE events (
                seq INTEGER PRIMARY KEY,
                id TEXT NOT NULL UNIQUE,
                ord INTEGER NOT NULL,
                at INTEGER NOT NULL,
                offset INTEGER NOT NULL,
                kind TEXT NOT NULL,
                problem TEXT,
                attempt TEXT,
                data TEXT NOT NULL)""",
            "CREATE INDEX events_by_order ON events (ord, id)",
            "CREATE INDEX events_by_problem ON events (problem, ord)",
            # text is zlib-compressed UTF-8; sha is the SHA-256 of the text itself.
            """CREATE TABLE sources (
                seq INTEGER PRIMARY KEY,
                sha TEXT NOT NULL UNIQUE,
                text BLOB NOT NULL)""",
            "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL)",
        ),
    ),
)
LATEST = MIGRATIONS[-1].version


def version(db: sqlite3.Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def is_foreign(db: sqlite3.Connection) -> bool:
    """A healthy database, but not one of ours."""
    if db.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID:
        return False
    tables = {name for (name,) in db.execute("SELECT name FROM sqlite_master")}
    return bool(tables) and not {"events", "sources", "migrations"} <= tables


def migrate(db: sqlite3.Connection, applied: str, migrations: tuple[Migration, ...] = MIGRATIONS) -> int:
    """Apply what is missing, each with its record, in the caller's write transaction; returns how many.

    `applied` is the time to record, ISO 8601.
    """
    have = version(db)
    missing = [m for m in migrations if m.version > have]
    if not missing:
        return 0
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute("CREATE TABLE IF NOT EXISTS migrations (version INTEGER PRIMARY KEY, name TEXT, applied TEXT)")
    for migration in missing:
        for statement in migration.statements:
            db.execute(statement)
        db.execute("INSERT INTO migrations VALUES (?, ?, ?)", (migration.version, migration.name, applied))
    db.execute(f"PRAGMA user_version = {missing[-1].version}")
    return len(missing)
