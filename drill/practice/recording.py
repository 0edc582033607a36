"""What a grading does to the log: the submission, the rating when it ends the attempt, and taking it back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from drill.errors import BadInput
from drill.practice.desk import Desk
from drill.practice.fold import NOT_EVIDENCE
from drill.practice.past import slips_before
from drill.practice.results import Recorded, Rerated, Undone
from drill.practice.rows import AttemptRow
from drill.schedule.rating import Evidence, Judged, Rating, judge
from drill.store.event import Event, from_micros
from drill.store.log import Writer

if TYPE_CHECKING:
    from drill.grading.report import Report

NAMED = ("mistake", "pattern")  # the kinds of diagnosis that are slips
MOST_NAMES = 50  # of failed cases kept with a submission


def submitted(desk: Desk, report: Report, source: str, path: Path, rate: Rating | None) -> Recorded:
    """Record a graded submission; rate the attempt when this one ends it."""
    problem = desk.summary(report.problem)
    with desk.log.write(desk.now) as tx:
        data = _data(desk, report, path) | {"source": tx.keep(source)}
        if report.verdict == "internal error":
            event = tx.append("internal_error", problem.id, None, data)
            return _recorded(event, None, "Drill failed, not your code; nothing was counted.")
        attempt = desk.last_attempt(problem.id) or desk.open(tx, problem, report.framework, path, "submit")
        before = slips_before(desk, problem.id, attempt.id)
        event = tx.append("submitted", problem.id, attempt.id, data)
        after = desk.attempt(attempt.id) or attempt
        recorded = _recorded(event, after, _why_unrated(desk, attempt, report))
        if report.accepted and attempt.closed is None:
            recorded = _rate_accepted(desk, tx, recorded, after, rate)
        number = desk.problem_row(problem.id).submissions
    return recorded._replace(number=number, slips_before=before)


def ran(desk: Desk, report: Report) -> None:
    """Note a run of the visible cases in the open attempt, if there is one."""
    with desk.log.write(desk.now) as tx:
        attempt = desk.open_attempt(report.problem)
        if attempt is not None and report.verdict != "internal error":
            data = {"verdict": report.verdict, **_counts(report), "blank": _is_blank(report)}
            tx.append("ran", report.problem, attempt.id, data)


def append_rating(
    desk: Desk, tx: Writer, attempt: AttemptRow, rating: Rating, judged: Judged, goes_with: Sequence[Event]
) -> Event:
    """The rating that closes an attempt. An undo takes `goes_with` back with it."""
    data = {
        "rating": rating.word,
        "evidence": judged.rating.word,
        "why": judged.why,
        "accepted": attempt.outcome == "accepted",
        "retention": desk.settings.desired_retention,
        "with": [event.id for event in goes_with],
    }
    return tx.append("rated", attempt.problem, attempt.id, data)


def rerate(desk: Desk, rating: Rating) -> Rerated:
    """Replace the last rating, as of the day it was given."""
    with desk.log.write(desk.now) as tx:
        old = _last_rating(desk)
        attempt, problem = old.attempt, old.problem
        day = old.data.get("day", old.day)
        tx.append("undone", problem, attempt, {"events": [old.id]})
        tx.append("rated", problem, attempt, {**old.data, "rating": rating.word, "day": day})
        row = desk.problem_row(problem or "")
    due = desk.due_of(row)
    assert due is not None
    assert row.due_day is not None
    before = Rating[old.data["rating"].upper()]
    return Rerated(row.problem, before, rating, due, row.due_day - desk.today)


def undo(desk: Desk) -> Undone:
    """Take back the last rating with what it rests on; its attempt is open again."""
    with desk.log.write(desk.now) as tx:
        old = _last_rating(desk)
        tx.append("undone", old.problem, old.attempt, {"events": [old.id, *_rests_on(desk, old)]})
        row = desk.problem_row(old.problem or "")
    rating = Rating[old.data["rating"].upper()]
    return Undone(row.problem, rating, not old.data["accepted"], old.when, desk.due_of(row))


def _rests_on(desk: Desk, rating: Event) -> dict[str, None]:
    """Ids of what closed the attempt, and of its submissions since: one of them would close it again."""
    ids = dict.fromkeys(rating.data["with"])
    since = min((event.ord for event in map(desk.log.event, ids) if event), default=rating.ord)
    later = desk.log.events_of(rating.problem or "", "submitted", since=since)
    return ids | {event.id: None for event in later if event.attempt == rating.attempt}


def _last_rating(desk: Desk) -> Event:
    row = desk.log.row("SELECT id FROM reviews ORDER BY ord DESC LIMIT 1")
    event = desk.log.event(row[0]) if row else None
    if event is None:
        raise BadInput("There is no rating to change.", "Solve a problem first: drill next")
    return event


def _data(desk: Desk, report: Report, path: Path) -> dict[str, Any]:
    return {
        "framework": report.framework,
        "device": report.device,
        "verdict": report.verdict,
        "seed": report.seed,
        "bank": report.bank,
        "versions": report.versions,
        **_counts(report),
        "failed": [case.name for case in report.cases if case.verdict != "accepted"][:MOST_NAMES],
        "visible_failed": sum(case.verdict != "accepted" and case.visible for case in report.cases),
        "slips": _slips(report),
        "path": desk.spell(path),
        "seconds": round(report.seconds, 3),
        "isolated": report.isolated,
    }


def _counts(report: Report) -> dict[str, int]:
    return {
        "passed": sum(case.verdict == "accepted" for case in report.cases),
        "cases": len(report.cases),
    }


def _is_blank(report: Report) -> bool:
    """What was run is still the starter, as far as it matters."""
    return any(d.kind == "error" and d.name == "NotImplementedError" for d in report.diagnosis)


def _slips(report: Report) -> list[list[str]]:
    """Kind and name of the named mistakes, each once."""
    named = {d.name: [d.kind, d.name] for d in report.diagnosis if d.kind in NAMED and d.name}
    return list(named.values())


def _recorded(event: Event, attempt: AttemptRow | None, why: str) -> Recorded:
    return Recorded(
        submission=event.id,
        number=0,
        attempt=attempt.id if attempt else "",
        attempt_number=attempt.number if attempt else 0,
        counted=attempt.counted if attempt else 0,
        seconds=attempt.seconds(event.at) if attempt else 0.0,
        rating=None,
        evidence=None,
        why=why,
        due=None,
        days=None,
        slips=tuple(name for _, name in event.data["slips"]),
    )


def _rate_accepted(
    desk: Desk, tx: Writer, recorded: Recorded, attempt: AttemptRow, rate: Rating | None
) -> Recorded:
    evidence = Evidence(
        submissions=attempt.counted,
        hints=attempt.hints,
        opened=attempt.whys,
        restored=attempt.restored,
        revealed=bool(attempt.revealed),
        seconds=recorded.seconds,
        minutes=attempt.minutes,
    )
    judged = judge(evidence)
    rating = judged.rating if rate is None else rate
    event = desk.log.event(recorded.submission)
    append_rating(desk, tx, attempt, rating, judged, [event] if event else [])
    row = desk.problem_row(attempt.problem)
    assert row.due_day is not None
    return recorded._replace(
        rating=rating,
        evidence=judged.rating,
        why=judged.why,
        due=desk.due_of(row),
        days=row.due_day - desk.today,
    )


def _why_unrated(desk: Desk, attempt: AttemptRow, report: Report) -> str:
    if attempt.outcome == "gave up":
        return "You gave this attempt up: it stays Again until the problem comes back."
    if attempt.closed is not None:
        when = from_micros(attempt.closed).astimezone(desk.now.tzinfo).date().isoformat()
        return f"Already accepted on {when}; `drill start {attempt.problem}` begins a new attempt."
    if report.verdict in NOT_EVIDENCE:
        return "It did not load, so it does not count as a submission."
    return "Not accepted yet."
