"""Sections over time: readiness against the plan, the days behind, the weeks ahead."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from drill.cli.pages import calendar
from drill.cli.pages.charts import Columns, Plot, Span, Tick, columns, line, tick
from drill.cli.pages.words import long, percent, short
from drill.cli.render.times import count, length, short_date
from drill.practice import readiness
from drill.practice.overview import Overview
from drill.practice.planning import PlanDay
from drill.practice.readiness import Recall

_READINESS, _BARS = 230, 92  # heights in pixels


# --- readiness over time against the plan -------------------------------------------------------------------


class Key(NamedTuple):
    """An entry of a legend."""

    kind: str
    says: str


class Trend(NamedTuple):
    lead: str
    todo: str
    plot: Plot
    keys: tuple[Key, ...]
    rows: tuple[tuple[str, ...], ...]


def trend(facts: Overview) -> Trend | None:
    found, today = facts.trend, facts.stats.today
    if not found.past:
        return None
    span = Span(found.past[0].day, max(found.by or today, today))
    curves = (
        ("idle", found.idle),
        ("promised", found.promised),
        ("ahead", found.ahead),
        ("past", found.past),
    )
    lines = tuple(line(kind, _points(values, span)) for kind, values in curves if values)
    y = tuple(Tick(_READINESS * (1 - share), f"{100 * share:.0f} %") for share in (0, 0.25, 0.5, 0.75, 1))
    marks = (tick(span.at(today), "today"),) if found.ahead else ()
    plot = Plot(_READINESS, span.ticks(), y, lines, marks=marks)
    todo = "" if found.by else "drill plan --by DATE"
    return Trend(_standing(found), todo, plot, tuple(_keys(found)), tuple(_rows(found)))


def _standing(found: readiness.Trend) -> str:
    now = _last(found.past)
    if found.by is None:
        return f"Today you would recall {now} of all problems, those you have never tried included."
    says = f"Today you would recall {now} of what the plan is for: {found.title}."
    if not found.ahead:
        return says
    return f"{says} If you follow the plan from here, it will be {_last(found.ahead)} on {long(found.by)}."


def _keys(found: readiness.Trend) -> Iterator[Key]:
    yield Key("past", f"what you would have recalled: {_last(found.past)} today")
    if found.promised:
        yield Key("promised", f"what the plan promised when you made it: {_last(found.promised)}")
    if found.ahead:
        yield Key("ahead", f"what to expect with the plan from here: {_last(found.ahead)}")
        yield Key("idle", f"without any practice: {_last(found.idle)}")


def _points(values: tuple[Recall, ...], span: Span) -> list[tuple[float, float]]:
    return [(span.at(day), _READINESS * (1 - value)) for day, value in values if day >= span.first]


def _last(values: tuple[Recall, ...]) -> str:
    return percent(values[-1].value)


def _rows(found: readiness.Trend) -> Iterator[tuple[str, ...]]:
    """About a dozen days: what was or will be, what was promised, what it would be without practice."""
    real, promised, idle = (
        {recall.day: percent(recall.value) for recall in values}
        for values in ((*found.past, *found.ahead[1:]), found.promised, found.idle)
    )
    days = list(real)
    step = max(1, len(days) // 12)
    for day in [*days[:-1:step], days[-1]]:
        yield long(day), real[day], promised.get(day, ""), idle.get(day, "")


# --- days ---------------------------------------------------------------------------------------------------


_SHADES = tuple(Key(f"level-{level}", says) for level, says in enumerate(calendar.LEVELS))


class Calendar(NamedTuple):
    lead: str
    halves: tuple[calendar.Half, ...]
    rows: tuple[tuple[str, ...], ...]
    weekdays: tuple[str, ...] = calendar.WEEKDAYS
    keys: tuple[Key, ...] = _SHADES


def days(facts: Overview) -> Calendar | None:
    active = facts.stats.calendar
    if not active:
        return None
    submissions = sum(day.submissions for day in active)
    lead = (
        f"{count(submissions, 'submission')} on {count(len(active), 'day')} within a year,"
        f" {length(sum(day.seconds for day in active))} of practice in all."
    )
    months: dict[str, list[float]] = {}
    for day in active:
        sums = months.setdefault(f"{day.day:%B %Y}", [0, 0, 0, 0.0])
        for i, amount in enumerate((1, day.submissions, day.accepted, day.seconds)):
            sums[i] += amount
    rows = tuple(
        (name, f"{days:.0f}", f"{made:,.0f}", f"{accepted:,.0f}", length(seconds))
        for name, (days, made, accepted, seconds) in months.items()
    )
    return Calendar(lead, calendar.halves(active, facts.stats.today), rows)


class Ahead(NamedTuple):
    lead: str
    due: Columns | None
    plan_lead: str
    plan: Columns | None
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    keys: tuple[Key, ...] = (Key("again", "again"), Key("new", "new"))


def ahead(facts: Overview) -> Ahead | None:
    if not any(number for _, number in facts.due) and not facts.plan:
        return None
    days = [day for day, _ in facts.due]
    axis = tuple(_mondays(days))
    today, later = facts.due[0].count, sum(number for _, number in facts.due[1:])
    due = columns(_BARS, [_due(*each, days[0]) for each in facts.due], axis) if today + later else None
    others = count(later, "other problem" if today else "problem")
    lead = f"{_are_due(today)}; {others} will come back within four weeks."
    rows = tuple((long(day), str(number)) for day, number in facts.due)
    if facts.plan is None:
        return Ahead(lead, due, "", None, ("day", "due"), rows)
    of_plan = {day.day: _of_plan(day) for day in facts.plan.days}
    counts = [of_plan.get(day, (0, 0)) for day in days]
    stacks = [_planned(day, *each, days[0]) for day, each in zip(days, counts, strict=True)]
    says = f"With the plan, for {facts.plan.minutes:g} minutes a day until {long(facts.plan.by)}:"
    more = tuple((*row, str(again), str(new)) for row, (again, new) in zip(rows, counts, strict=True))
    return Ahead(lead, due, says, columns(_BARS, stacks, axis), ("day", "due", "again", "new"), more)


def _of_plan(day: PlanDay) -> tuple[int, int]:
    """Again and new."""
    new = sum(each.new for each in day.problems)
    return len(day.problems) - new, new


def _are_due(number: int) -> str:
    return (
        f"{count(number, 'problem')} {'is' if number == 1 else 'are'} due today"
        if number
        else "Nothing is due today"
    )


def _due(day: date, number: int, today: date) -> tuple[str, tuple[tuple[str, float], ...], str]:
    return f"{number or ''}", (("due", number),), f"{short_date(day, today)}: {count(number, 'problem')}"


def _planned(day: date, again: int, new: int, today: date) -> tuple[str, tuple[tuple[str, float], ...], str]:
    title = f"{short_date(day, today)}: {again} again, {new} new"
    return str(again + new or ""), (("again", again), ("new", new)), title


def _mondays(days: list[date]) -> Iterator[Tick]:
    """The middle of today's column and of every Monday's that is not too near to it."""
    for number, day in enumerate(days):
        at = 100 * (number + 0.5) / len(days)
        if number == 0:
            yield Tick(0, "today", "start")
        elif day.weekday() == 0 and number > 4:
            yield Tick(at, short(day))
