"""The derived tables: `drill.practice.fold` kept in SQLite, so that no command folds the whole log.

An appended event is folded into its problem's rows in the same transaction. Taking something back, like a
rebuild, folds the problem anew. `days` follows by triggers from the submissions and reviews. What commands
need grows with problems and days, not with events: as quick after 100,000 reviews as after 1,000.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from drill.practice.parameters import ADOPTED, LAST, adopted
from drill.practice.rows import (
    COLUMNS,
    TABLES,
    AttemptRow,
    ProblemRow,
    ReviewRow,
    SlipRow,
    SubmissionRow,
    names,
)
from drill.store.event import Event
from drill.store.log import rebuild, select

if TYPE_CHECKING:
    from drill.practice.fold import State


def _create(kind: type) -> str:
    table, key = TABLES[kind]
    return f"CREATE TABLE {table} ({', '.join(COLUMNS[kind])}, PRIMARY KEY ({key})) WITHOUT ROWID"


def _count(table: str, sign: str, counts: dict[str, str]) -> str:
    """A trigger that adds a row's counts to its day when it comes, or takes them away when it goes."""
    event, row = ("INSERT", "new") if sign == "+" else ("DELETE", "old")
    sums = ", ".join(f"{name} = {name} {sign} {value.format(row=row)}" for name, value in counts.items())
    return (
        f"CREATE TRIGGER {table}_{event.lower()} AFTER {event} ON {table} BEGIN"
        f" INSERT INTO days (day) VALUES ({row}.day) ON CONFLICT DO NOTHING;"
        f" UPDATE days SET {sums} WHERE day = {row}.day;"
        f" DELETE FROM days WHERE day = {row}.day AND submissions = 0 AND ratings = 0; END"
    )


_OF_SUBMISSIONS = {"submissions": "1", "accepted": "{row}.accepted"}
_OF_REVIEWS = {
    "ratings": "1",
    "reviews": "({row}.predicted IS NOT NULL)",
    "recalled": "({row}.predicted IS NOT NULL AND {row}.rating > 1)",
    "milliseconds": "CAST({row}.seconds * 1000 AS INTEGER)",  # whole: sums stay exact
}


class Tables:
    """`drill.store.log.Derived` for practice. Raise `version` with every change of a table or of the fold."""

    version = 3
    tables: tuple[str, ...] = ("problems", "attempts", "submissions", "reviews", "slips", "days")
    statements: tuple[str, ...] = (
        *(_create(kind) for kind in TABLES),
        "CREATE INDEX attempts_by_problem ON attempts (problem, number)",
        "CREATE INDEX attempts_by_time ON attempts (opened)",
        "CREATE INDEX attempts_by_day ON attempts (day)",
        "CREATE INDEX attempts_open ON attempts (closed, problem) WHERE closed IS NULL",
        "CREATE INDEX submissions_by_problem ON submissions (problem, number)",
        "CREATE INDEX submissions_by_attempt ON submissions (attempt)",
        "CREATE INDEX submissions_by_time ON submissions (at)",
        "CREATE INDEX reviews_by_problem ON reviews (problem)",
        "CREATE INDEX reviews_by_order ON reviews (ord)",
        """CREATE TABLE days (day INTEGER PRIMARY KEY,
            submissions INTEGER DEFAULT 0, accepted INTEGER DEFAULT 0, ratings INTEGER DEFAULT 0,
            reviews INTEGER DEFAULT 0, recalled INTEGER DEFAULT 0, milliseconds INTEGER DEFAULT 0)""",
        _count("submissions", "+", _OF_SUBMISSIONS),
        _count("submissions", "-", _OF_SUBMISSIONS),
        _count("reviews", "+", _OF_REVIEWS),
        _count("reviews", "-", _OF_REVIEWS),
    )

    def apply(self, db: sqlite3.Connection, event: Event) -> None:
        if event.kind == ADOPTED:
            rebuild(db, self)
        if event.problem is None:
            return
        if event.kind == "undone":
            _refold(db, event.problem)
            return
        state = _load(db, event.problem, event.attempt)
        state.take(event)
        _save(db, state)

    def rebuild(self, db: sqlite3.Connection) -> None:
        from drill.practice.fold import fold

        parameters = _parameters(db)
        undone = _undone(select(db, "WHERE kind = 'undone'"))
        events = select(db, "WHERE problem IS NOT NULL ORDER BY problem, ord, id")
        for problem, of_problem in groupby(events, key=lambda event: event.problem):
            _save(db, fold(str(problem), of_problem, undone, parameters))


def _refold(db: sqlite3.Connection, problem: str) -> None:
    from drill.practice.fold import fold

    for table, _ in TABLES.values():
        db.execute(f"DELETE FROM {table} WHERE problem = ?", (problem,))
    events = list(select(db, "WHERE problem = ? ORDER BY ord, id", (problem,)))
    _save(db, fold(problem, events, _undone(events), _parameters(db)))


def _parameters(db: sqlite3.Connection) -> tuple[float, ...] | None:
    """Those of the memory model; None for the defaults."""
    found = adopted(db.execute(LAST).fetchone())
    return found.parameters if found else None


def _undone(events: Iterable[Event]) -> frozenset[str]:
    """Ids of what these events take back."""
    found = set[str]()
    for event in events:
        ids = event.data.get("events") if event.kind == "undone" else None
        found.update(i for i in ids if isinstance(i, str)) if isinstance(ids, list) else None
    return frozenset(found)


def _load(db: sqlite3.Connection, problem: str, attempt: str | None) -> State:
    """What one event can touch: the problem, its open attempt, the event's own attempt, the slips."""
    row = db.execute(f"SELECT {names(ProblemRow)} FROM problems WHERE problem = ?", (problem,)).fetchone()
    columns = names(AttemptRow)
    attempts = db.execute(
        f"SELECT {columns} FROM attempts WHERE problem = ? AND closed IS NULL"
        f" UNION SELECT {columns} FROM attempts WHERE id = ?",
        (problem, attempt),
    )
    slips = db.execute(f"SELECT {names(SlipRow)} FROM slips WHERE problem = ?", (problem,))
    from drill.practice.fold import State

    rows = [AttemptRow(*values) for values in attempts]
    return State(
        problem=ProblemRow(*row) if row else ProblemRow(problem),
        attempts={attempt.id: attempt for attempt in rows},
        open=next((attempt for attempt in rows if attempt.closed is None), None),
        slips={s.name: s for s in (SlipRow(*values) for values in slips)},
        parameters=_parameters(db),
    )


def _save(db: sqlite3.Connection, state: State) -> None:
    _put(db, [state.problem])
    _put(db, state.attempts.values())
    _put(db, state.slips.values())
    _put(db, state.submissions)
    _put(db, state.reviews)


def _put(db: sqlite3.Connection, rows: Iterable[Any]) -> None:
    rows = list(rows)
    if not rows:
        return
    columns, (table, _) = COLUMNS[type(rows[0])], TABLES[type(rows[0])]
    # A replaced row would fire no trigger, so what `days` counts is only ever inserted.
    verb = "INSERT" if isinstance(rows[0], (SubmissionRow, ReviewRow)) else "INSERT OR REPLACE"
    places = ", ".join("?" * len(columns))
    db.executemany(f"{verb} INTO {table} VALUES ({places})", map(attrgetter(*columns), rows))
