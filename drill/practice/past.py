"""Looking back: attempts, submissions, their sources, and the slips made in a problem."""

from __future__ import annotations

import re
from collections.abc import Iterable

from drill.errors import BadInput
from drill.practice.desk import Desk
from drill.practice.results import Attempt, Slip, Submission
from drill.practice.rows import AttemptRow, SlipRow, names
from drill.schedule.rating import Rating
from drill.store.event import Event, from_day, from_micros

SHORTEST_REF = 4


def history(desk: Desk, problem_id: str | None, limit: int) -> tuple[Attempt, ...]:
    """Attempts with their submissions, newest first."""
    with desk.log.reading():
        if problem_id:
            rows = desk.attempts("WHERE problem = ? ORDER BY number DESC LIMIT ?", problem_id, limit)
        else:
            rows = desk.attempts("ORDER BY opened DESC, number DESC LIMIT ?", limit)
        return tuple(_attempt(desk, row) for row in rows)


def find(desk: Desk, ref: str | int, problem_id: str | None) -> Submission:
    """By id, by its beginning, or by number within a problem."""
    text = str(ref).strip().lower()
    if problem_id and text.isdecimal() and (found := _numbered(desk, problem_id, int(text))):
        return found
    if not re.fullmatch(rf"[0-9a-f]{{{SHORTEST_REF},16}}", text):
        raise _unknown(ref, problem_id)
    end = text + "g"  # after every continuation in hexadecimal digits
    rows = desk.log.rows("SELECT id, kind FROM events WHERE id >= ? AND id < ?", (text, end))
    ids = [event_id for event_id, kind in rows if kind in ("submitted", "internal_error")]
    if len(ids) > 1:
        raise BadInput(
            f"{len(ids)} submissions begin with {text}.", "Give more of the id; see `drill history`."
        )
    if not ids:
        raise _unknown(ref, problem_id)
    return _load(desk, ids)[0]


def last(desk: Desk, problem_id: str | None) -> Submission | None:
    """The latest submission, of a problem or of all."""
    where, params = ("WHERE problem = ? ", (problem_id,)) if problem_id else ("", ())
    order = "number" if problem_id else "at"
    row = desk.log.row(f"SELECT id FROM submissions {where}ORDER BY {order} DESC LIMIT 1", params)
    return _load(desk, [row[0]])[0] if row else None


def source(desk: Desk, submission: Submission) -> str:
    return desk.log.source(submission.source_sha)


def diff(desk: Desk, older: Submission, newer: Submission) -> str:
    """Unified, with the submissions' numbers as file names."""
    from difflib import unified_diff

    before, after = (source(desk, s).splitlines(keepends=True) for s in (older, newer))
    label = "{0.problem} #{0.number}".format
    return "".join(unified_diff(before, after, label(older), label(newer)))


def slips(desk: Desk, problem_id: str) -> tuple[Slip, ...]:
    """Most frequent first."""
    return _slips(desk, "WHERE problem = ?", problem_id)


def slips_before(desk: Desk, problem_id: str, attempt_id: str) -> tuple[Slip, ...]:
    """Those first made in an attempt other than this one."""
    return _slips(desk, "WHERE problem = ? AND first_attempt != ?", problem_id, attempt_id)


def top_slips(desk: Desk, limit: int) -> tuple[Slip, ...]:
    """The most frequent of all problems."""
    return _slips(desk, "", limit=limit)


def _slips(desk: Desk, where: str, *params: str, limit: int = -1) -> tuple[Slip, ...]:
    order = "ORDER BY times DESC, last_day DESC, problem, name LIMIT ?"
    sql = f"SELECT {names(SlipRow)} FROM slips {where} {order}"
    rows = (SlipRow(*row) for row in desk.log.rows(sql, (*params, limit)))
    return tuple(
        Slip(
            problem=row.problem,
            name=row.name,
            kind="pattern" if row.kind == "pattern" else "mistake",
            times=row.times,
            first=from_day(row.first_day),
            last=from_day(row.last_day),
            clean=row.clean,
        )
        for row in rows
    )


def _attempt(desk: Desk, row: AttemptRow) -> Attempt:
    ids = desk.log.rows("SELECT id FROM submissions WHERE attempt = ? ORDER BY number", (row.id,))
    return Attempt(
        id=row.id,
        number=row.number,
        problem=row.problem,
        framework="torch" if row.framework == "torch" else "numpy",
        opened=from_micros(row.opened),
        closed=None if row.closed is None else from_micros(row.closed),
        outcome=row.outcome,
        rating=None if row.rating is None else Rating(row.rating),
        seconds=None if row.closed is None else row.seconds(row.closed),
        minutes=row.minutes,
        hints=row.hints,
        whys=row.whys,
        revealed=bool(row.revealed),
        first_run=None if row.first_run is None else from_micros(row.first_run),
        submissions=_load(desk, [i for (i,) in ids]),
    )


def _numbered(desk: Desk, problem_id: str, number: int) -> Submission | None:
    sql = "SELECT id FROM submissions WHERE problem = ? AND number = ?"
    row = desk.log.row(sql, (problem_id, number))
    return _load(desk, [row[0]])[0] if row else None


def _load(desk: Desk, ids: Iterable[str]) -> tuple[Submission, ...]:
    events = (desk.log.event(event_id) for event_id in ids)
    return tuple(_submission(desk, event) for event in events if event is not None)


def _submission(desk: Desk, event: Event) -> Submission:
    data = event.data
    number = desk.log.row("SELECT number FROM submissions WHERE id = ?", (event.id,))
    attempt = desk.attempt(event.attempt or "")
    return Submission(
        id=event.id,
        number=number[0] if number else 0,
        problem=event.problem or "",
        attempt=event.attempt or "",
        at=event.when,
        framework=data["framework"],
        device=data["device"],
        verdict=data["verdict"],
        seed=data["seed"],
        bank=data["bank"],
        versions=dict(data["versions"]),
        passed=data["passed"],
        cases=data["cases"],
        failed=tuple(data["failed"]),
        slips=tuple(name for _, name in data["slips"]),
        seconds=attempt.seconds(event.at) if attempt else 0.0,
        source_sha=data["source"],
        path=data["path"],
    )


def _unknown(ref: str | int, problem_id: str | None) -> BadInput:
    of = f" of {problem_id}" if problem_id else ""
    see = f"drill history {problem_id}" if problem_id else "drill history"
    return BadInput(f"There is no submission {ref}{of}.", f"See `{see}` for numbers and ids.")
