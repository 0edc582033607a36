"""A log with a trivial derived table: how many events of each kind there are."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import datetime, timezone
from pathlib import Path

import pytest

from drill.store.event import Event
from drill.store.log import Log, select

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=timezone.utc)


class Counting:
    """`Derived` at its smallest."""

    version = 1000
    tables: tuple[str, ...] = ("kinds",)
    statements: tuple[str, ...] = ("CREATE TABLE kinds (kind TEXT PRIMARY KEY, n INTEGER)",)

    def apply(self, db: sqlite3.Connection, event: Event) -> None:
        db.execute("INSERT INTO kinds VALUES (?, 1) ON CONFLICT DO UPDATE SET n = n + 1", (event.kind,))

    def rebuild(self, db: sqlite3.Connection) -> None:
        for event in select(db, ""):
            self.apply(db, event)


OpenLog = Callable[..., Log]


@pytest.fixture
def open_log(tmp_path: Path) -> OpenLog:
    def open_log(now: datetime = NOW, derived: Counting | None = None, path: Path | None = None) -> Log:
        return Log(path or tmp_path / "home" / "log.db", now, derived or Counting(), busy_seconds=20)

    return open_log


def fill(log: Log, count: int, kind: str = "submitted", problem: str = "iou") -> list[Event]:
    """Events that look real: a source each, and data of some size."""
    events = []
    for i in range(count):
        with log.write(NOW) as tx:
            sha = tx.keep(f"def f(x):\n    return x + {i}\n")
            events.append(tx.append(kind, problem, None, {"source": sha, "n": i, "text": "x" * 200}))
    return events


def kinds(log: Log) -> dict[str, int]:
    return dict(log.rows("SELECT kind, n FROM kinds"))
