"""The figures: `list` and `stats`. All come from tables that grow with problems and days, not with events."""

from __future__ import annotations

from collections import Counter
from datetime import date

from drill.bank.schema import Summary
from drill.practice.desk import Desk
from drill.practice.past import top_slips
from drill.practice.results import DayActivity, DayCount, ProblemRow, Share, State, Stats, TopicStats
from drill.practice.rows import ProblemRow as Row
from drill.schedule.memory import recall
from drill.schedule.rating import Rating

FORECAST_DAYS = 7
MONTH_DAYS = 30
MOST_SLIPS = 20


def rows(desk: Desk) -> tuple[ProblemRow, ...]:
    """Every problem of the bank, in curriculum order."""
    with desk.log.reading():
        known, opened = desk.problem_rows(), _open(desk)
    off = set(desk.settings.topics_off)
    return tuple(
        _row(desk, s, known.get(s.id) or Row(s.id), s.id in opened, s.topic not in off)
        for s in desk.bank.summaries()
    )


def stats(desk: Desk, weeks: int) -> Stats:
    """Everything `drill stats` shows."""
    with desk.log.reading():
        known, opened = desk.problem_rows(), _open(desk)
        days = _days(desk, weeks)
        month = _sum_since(desk, desk.today - MONTH_DAYS + 1)
        today = desk.attempts("WHERE day = ? AND review = 0", desk.today)
        slips = top_slips(desk, MOST_SLIPS)
        streak = _streak(desk)
        minutes = desk.minutes_spent()
    summaries = desk.bank.summaries()
    mine = [known[s.id] for s in summaries if s.id in known]
    return Stats(
        today=date.fromordinal(desk.today),
        due=sum(desk.is_due(row) and row.problem not in opened for row in mine),
        open=sum(row.problem in opened for row in mine),
        solved=Share(sum(row.solved_day is not None for row in mine), len(summaries)),
        retention=Share(sum(r.recalled for r in known.values()), sum(r.reviews for r in known.values())),
        retention_month=month,
        streak=streak,
        new_today=len({attempt.problem for attempt in today}),
        minutes_today=minutes,
        submissions=sum(row.submissions for row in known.values()),
        forecast=_forecast(desk, mine, FORECAST_DAYS),
        calendar=days,
        topics=_topics(desk, summaries, known),
        slips=slips,
    )


def _median(values: list[float]) -> float:
    ordered = sorted(values)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


def _open(desk: Desk) -> set[str]:
    return {problem for (problem,) in desk.log.rows("SELECT problem FROM attempts WHERE closed IS NULL")}


def _row(desk: Desk, summary: Summary, row: Row, is_open: bool, on: bool) -> ProblemRow:
    return ProblemRow(
        id=summary.id,
        title=summary.title,
        topic=summary.topic,
        difficulty=summary.difficulty,
        minutes=summary.minutes,
        frameworks=summary.frameworks,
        state=_state(desk, row, is_open),
        due=desk.due_of(row),
        solved=row.solved_day is not None,
        attempts=row.attempts,
        rating=None if row.rating is None else Rating(row.rating),
        recall=_recall(desk, row),
        on=on,
    )


def _state(desk: Desk, row: Row, is_open: bool) -> State:
    if is_open:
        return "open"
    if row.due_day is None:
        return "new"
    return "due" if desk.is_due(row) else "scheduled"


def _recall(desk: Desk, row: Row) -> float | None:
    if row.stability is None or row.last_day is None:
        return None
    return recall(row.stability, desk.today - row.last_day, row.decay)


def _days(desk: Desk, weeks: int) -> tuple[DayActivity, ...]:
    columns = "day, submissions, accepted, ratings, milliseconds"
    sql = f"SELECT {columns} FROM days WHERE day > ? AND day <= ? ORDER BY day"
    return tuple(
        DayActivity(date.fromordinal(day), submissions, accepted, ratings, milliseconds / 1000)
        for day, submissions, accepted, ratings, milliseconds in desk.log.rows(
            sql, (desk.today - 7 * weeks, desk.today)
        )
    )


def _sum_since(desk: Desk, day: int) -> Share:
    row = desk.log.row("SELECT sum(recalled), sum(reviews) FROM days WHERE day >= ?", (day,)) or (0, 0)
    return Share(row[0] or 0, row[1] or 0)


def _streak(desk: Desk) -> int:
    """Active days in a row that end today, or yesterday while today has none yet."""
    length, expected = 0, desk.today
    for (day,) in desk.log.each("SELECT day FROM days WHERE day <= ? ORDER BY day DESC", (expected,)):
        if not length and day == expected - 1:
            expected = day
        if day != expected:
            break
        length, expected = length + 1, expected - 1
    return length


def forecast(desk: Desk, days: int) -> tuple[DayCount, ...]:
    """How many problems come due on each of the next days, today first and with what is overdue."""
    known = desk.problem_rows()
    return _forecast(desk, [known[s.id] for s in desk.bank.summaries() if s.id in known], days)


def _forecast(desk: Desk, mine: list[Row], days: int) -> tuple[DayCount, ...]:
    due = Counter(desk.today if desk.is_due(row) else row.due_day for row in mine if row.due_day is not None)
    ahead = range(desk.today, desk.today + days)
    return tuple(DayCount(date.fromordinal(day), due[day]) for day in ahead)


def _topics(desk: Desk, summaries: tuple[Summary, ...], known: dict[str, Row]) -> tuple[TopicStats, ...]:
    by_topic: dict[str, list[Row]] = {}
    for summary in summaries:
        by_topic.setdefault(summary.topic, []).append(known.get(summary.id) or Row(summary.id))
    return tuple(_topic(desk, topic, of_topic) for topic, of_topic in by_topic.items())


def _topic(desk: Desk, topic: str, of_topic: list[Row]) -> TopicStats:
    recalls = [r for r in (_recall(desk, row) for row in of_topic) if r is not None]
    paces = [row.seconds / (60 * row.minutes) for row in of_topic if row.seconds is not None and row.minutes]
    return TopicStats(
        topic=topic,
        problems=len(of_topic),
        solved=sum(row.solved_day is not None for row in of_topic),
        due=sum(desk.is_due(row) for row in of_topic),
        recalled=Share(sum(row.recalled for row in of_topic), sum(row.reviews for row in of_topic)),
        recall=sum(recalls) / len(recalls) if recalls else None,
        in_time=Share(sum(pace <= 1 for pace in paces), len(paces)),
        pace=_median(paces) if paces else None,
    )
