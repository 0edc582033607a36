"""A year of days, a column a week and a row a weekday, in half-years beside or below each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from drill.cli.render.times import count, short_date
from drill.practice.results import DayActivity

_WEEKS = 27  # in a half
SIZE, STEP, LEFT, TOP = 12, 15, 34, 20  # of a square, from one to the next, and room for words
WEEKDAYS = ("Mon", "", "Wed", "", "Fri", "", "Sun")
LEVELS = ("none", "1", "2", "3 to 5", "more submissions")


class Square(NamedTuple):
    x: int
    y: int
    level: int
    title: str


class Month(NamedTuple):
    x: int
    name: str


class Half(NamedTuple):
    title: str
    width: int
    height: int
    months: tuple[Month, ...]
    squares: tuple[Square, ...]


def halves(days: tuple[DayActivity, ...], today: date) -> tuple[Half, ...]:
    """The last 54 weeks, or only the later half where nothing happened in the earlier."""
    active = {day.day: day for day in days}
    monday = today - timedelta(days=today.weekday(), weeks=_WEEKS - 1)
    later = _half(active, monday, today)
    if not days or days[0].day >= monday:
        return (later,)
    return _half(active, monday - timedelta(weeks=_WEEKS), monday - timedelta(days=1)), later


def level(submissions: int) -> int:
    """As the calendar of `drill stats`."""
    return submissions if submissions < 3 else 3 + (submissions > 5)


def _half(active: Mapping[date, DayActivity], monday: date, last: date) -> Half:
    shown = [day for day in active if monday <= day <= last]
    submissions = sum(active[day].submissions for day in shown)
    span = f"{short_date(monday, last)} to {short_date(last, last)} {last.year}"
    title = f"{span}: {count(submissions, 'submission')} on {count(len(shown), 'day')}"
    months = tuple(_months(monday))
    return Half(title, LEFT + _WEEKS * STEP, TOP + 7 * STEP, months, tuple(_squares(active, monday, last)))


def _squares(active: Mapping[date, DayActivity], monday: date, last: date) -> Iterator[Square]:
    for number in range((last - monday).days + 1):
        day = monday + timedelta(days=number)
        found = active.get(day)
        made = found.submissions if found else 0
        title = f"{short_date(day, last)}: {count(made, 'submission')}"
        yield Square(LEFT + number // 7 * STEP, TOP + number % 7 * STEP, level(made), title)


def _months(monday: date) -> Iterator[Month]:
    for week in range(_WEEKS - 1):
        day = monday + timedelta(weeks=week)
        if day.day <= 7:
            yield Month(LEFT + week * STEP, f"{day:%b}")
