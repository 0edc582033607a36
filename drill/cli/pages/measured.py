"""Sections on what was measured: retention by topic, time against target, slips, calibration."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import NamedTuple

from drill.cli.pages.charts import Dot, Plot, Span, Tick, line, tick
from drill.cli.pages.words import long, percent, short
from drill.cli.render.times import count, short_date
from drill.practice.overview import Overview, Pace, SlipCourse
from drill.practice.results import Share, TopicStats

_LEAST_REVIEWS = 10  # to say how well they were foretold
_PACE = 150  # height in pixels


# --- topics -------------------------------------------------------------------------------------------------


class Bar(NamedTuple):
    """A row with a bar up to `at` per cent."""

    name: str
    at: float
    value: str
    more: str
    good: bool


class Bars(NamedTuple):
    lead: str
    bars: tuple[Bar, ...]
    mark: float


def topics(facts: Overview) -> Bars | None:
    bars = tuple(
        _topic(topic, facts.desired_retention) for topic in facts.stats.topics if topic.recall is not None
    )
    if not bars:
        return None
    wanted = percent(facts.desired_retention)
    lead = (
        f"How much you would recall today of what you have tried. At {wanted}, the upright mark, a problem"
        " comes back."
    )
    return Bars(lead, bars, 100 * facts.desired_retention)


def _topic(topic: TopicStats, wanted: float) -> Bar:
    assert topic.recall is not None
    parts = [f"{topic.solved}/{topic.problems} solved"]
    if topic.recalled.whole:
        parts.append(f"{topic.recalled.part:,}/{topic.recalled.whole:,} reviews passed")
    more = ", ".join(parts)
    return Bar(
        _name(topic.topic), 100 * topic.recall, percent(topic.recall), more, round(topic.recall, 2) >= wanted
    )


def _name(topic: str) -> str:
    return topic.replace("_", " ")


def _of(share: Share) -> str:
    return f"{share.part:,} of {share.whole:,}"


# --- time against target ------------------------------------------------------------------------------------


class Paced(NamedTuple):
    lead: str
    bars: tuple[Bar, ...]
    plot: Plot | None
    rows: tuple[tuple[str, ...], ...]  # of the plot, in numbers


def pace(facts: Overview) -> Paced | None:
    topics = [topic for topic in facts.stats.topics if topic.pace is not None]
    if not topics:
        return None
    kept = Share(sum(t.in_time.part for t in topics), sum(t.in_time.whole for t in topics))
    lead = f"{_of(kept)} problems kept to their target when you last solved them."
    bars = tuple(_paced(topic) for topic in topics)
    rows = tuple((long(week.monday), f"{week.median:.1f}", f"{week.solved:,}") for week in facts.paces)
    return Paced(lead, bars, _pace_plot(facts) if len(facts.paces) > 2 else None, rows)


def _paced(topic: TopicStats) -> Bar:
    pace = topic.pace or 0.0
    value = f"{min(pace, 9.9):.1f} ×" if pace < 9.95 else "over 9 ×"
    return Bar(_name(topic.topic), min(100.0, 50 * pace), value, f"{_of(topic.in_time)} in time", pace <= 1)


def _pace_plot(facts: Overview) -> Plot:
    span = Span(facts.paces[0].monday, facts.stats.today)
    y = tuple(
        Tick(_PACE * (1 - at / 2), label) for at, label in ((0, ""), (0.5, "½"), (1, "target"), (2, "2 ×"))
    )
    dots = tuple(_week(week, span) for week in facts.paces)
    path = line("past", [(dot.x, dot.y) for dot in dots])
    return Plot(_PACE, span.ticks(), y, (path,), dots)


def _week(week: Pace, span: Span) -> Dot:
    when, solved = short_date(week.monday, span.last), count(week.solved, "problem")
    title = f"the week of {when}: {week.median:.1f} times the target, {solved}"
    return Dot(span.at(week.monday), _PACE * (1 - week.median / 2), 3.5, title)


# --- slips --------------------------------------------------------------------------------------------------


class SlipRow(NamedTuple):
    name: str
    problem: str
    dots: tuple[Dot, ...]
    title: str
    state: str
    faded: bool


class Slips(NamedTuple):
    lead: str
    rows: tuple[SlipRow, ...]
    x: tuple[Tick, ...]


def slips(facts: Overview) -> Slips | None:
    if not facts.slips:
        return None
    span = Span(
        min(course.days[0].day if course.days else course.slip.first for course in facts.slips),
        facts.stats.today,
    )
    rows = tuple(_slip(course, span) for course in sorted(facts.slips, key=lambda course: course.slip.faded))
    faded = sum(course.slip.faded for course in facts.slips)
    so_far = f"{faded or 'none'} of these {'have' if faded > 1 else 'has'}"
    lead = (
        f"{count(len(rows), 'mistake')} that drill could name, one dot a week. Clean are the attempts since"
        f" without it; after two a slip has faded, as {so_far}."
    )
    return Slips(lead, rows, span.ticks())


def _slip(course: SlipCourse, span: Span) -> SlipRow:
    slip, today = course.slip, span.last
    weeks = Counter[date]()
    for day, number in course.days:
        weeks[day - timedelta(days=day.weekday())] += number
    dots = tuple(_slipped(monday, number, span) for monday, number in sorted(weeks.items()))
    state = f"{slip.clean:,} clean" + (", faded" if slip.faded else "")
    title = (
        f"{count(slip.times, 'time')}, from {short_date(slip.first, today)} to {short_date(slip.last, today)}"
    )
    return SlipRow(slip.name, slip.problem, dots, title, state, slip.faded)


def _slipped(monday: date, number: int, span: Span) -> Dot:
    day = min(max(monday + timedelta(days=3), span.first), span.last)
    return Dot(
        span.at(day), 0, min(9.0, 3 + number**0.5), f"{count(number, 'time')} in the week of {short(monday)}"
    )


# --- calibration --------------------------------------------------------------------------------------------


class Foretold(NamedTuple):
    """A group of reviews on a scale: what was foretold and what was measured, in per cent of the width."""

    reviews: str
    predicted: float
    actual: float
    says: str


class Calibrated(NamedTuple):
    lead: str
    rows: tuple[Foretold, ...]
    x: tuple[Tick, ...]


def calibration(facts: Overview) -> Calibrated | None:
    found = facts.calibration
    if found.reviews < _LEAST_REVIEWS:
        return None
    lowest = min(min(bucket.predicted, bucket.actual) for bucket in found.buckets)
    low = int(lowest * 10 - 1e-9) / 10 if lowest < 1 else 0.9

    def at(share: float) -> float:
        return 100 * (share - low) / (1 - low)

    rows = tuple(
        Foretold(
            count(bucket.reviews, "review"),
            at(bucket.predicted),
            at(bucket.actual),
            f"foretold {percent(bucket.predicted)}, passed {percent(bucket.actual)}",
        )
        for bucket in found.buckets
    )
    total = sum(bucket.reviews for bucket in found.buckets)
    predicted = sum(bucket.predicted * bucket.reviews for bucket in found.buckets) / total
    actual = sum(bucket.actual * bucket.reviews for bucket in found.buckets) / total
    lead = (
        f"Of {count(total, 'review')} drill expected you to pass {percent(predicted)}, and you passed"
        f" {percent(actual)}. Below, from the least sure to the surest: the closer the dots, the better."
    )
    steps = [low, (low + 1) / 2, 1.0]
    return Calibrated(lead, rows, tuple(tick(at(step), percent(step)) for step in steps))
