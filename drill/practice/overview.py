"""What `drill report` lays out: every figure there is, and how each came to be over time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from statistics import median
from typing import NamedTuple

from drill.practice import evidence, figures, interviewing, planning, plans, readiness
from drill.practice.desk import Desk
from drill.practice.evidence import Calibration
from drill.practice.planning import PlanView
from drill.practice.readiness import Trend
from drill.practice.results import DayCount, Slip, Stats
from drill.practice.rows import OPEN_ENDED
from drill.practice.scorecard import Scorecard

WEEKS = 53  # of the calendar and of the pace
AHEAD = 28  # days
_MOST_SLIPS = 10


class Pace(NamedTuple):
    """The week from `monday` on: the median of time / target over the problems solved in it.

    A time beyond twice the target counts as twice: it is a learner who walked away.
    """

    monday: date
    median: float
    solved: int


class SlipCourse(NamedTuple):
    """A slip, and on which days it was made how often."""

    slip: Slip
    days: tuple[DayCount, ...]


class Overview(NamedTuple):
    """`due` counts the problems that come due on each of the next days, overdue ones today."""

    stats: Stats
    due: tuple[DayCount, ...]
    desired_retention: float
    trend: Trend
    plan: PlanView | None
    paces: tuple[Pace, ...]
    slips: tuple[SlipCourse, ...]
    calibration: Calibration
    mocks: tuple[Scorecard, ...]  # oldest first


def overview(desk: Desk) -> Overview:
    stats = figures.stats(desk, WEEKS)
    plan = plans.current(desk)
    return Overview(
        stats=stats,
        due=figures.forecast(desk, AHEAD),
        desired_retention=desk.settings.desired_retention,
        trend=readiness.trend(desk),
        plan=None if plan is None else planning.view(desk, plan),
        paces=tuple(_paces(desk)),
        slips=tuple(_slip(desk, slip) for slip in stats.slips[:_MOST_SLIPS]),
        calibration=evidence.calibration(desk),
        mocks=interviewing.scorecards(desk),
    )


def _paces(desk: Desk) -> Iterator[Pace]:
    """Oldest first, weeks without a solved problem left out."""
    sql = """SELECT reviews.day, reviews.seconds / (60 * minutes)
        FROM reviews JOIN attempts ON attempts.id = attempt
        WHERE outcome = 'accepted' AND minutes > 0 AND reviews.day > ? AND reviews.day <= ?"""
    weeks: dict[date, list[float]] = {}
    for day, pace in desk.log.rows(sql, (desk.today - 7 * WEEKS, desk.today)):
        when = date.fromordinal(day)
        weeks.setdefault(when - timedelta(days=when.weekday()), []).append(min(pace, OPEN_ENDED))
    for monday in sorted(weeks):
        yield Pace(monday, median(weeks[monday]), len(weeks[monday]))


def _slip(desk: Desk, slip: Slip) -> SlipCourse:
    submitted = desk.log.events_of(slip.problem, "submitted")
    days = Counter(
        event.day for event in submitted for _, name in event.data.get("slips", ()) if name == slip.name
    )
    return SlipCourse(slip, tuple(DayCount(date.fromordinal(day), days[day]) for day in sorted(days)))
