"""Readiness day by day: what was remembered, what the plan promised when it was made, and what to expect.

All three are expected recall, weighted by the track, on the evening of a day: what `drill plan` foretells for
the date. The past is computed from the ratings with the memory model in use, so it changes when the model
does; nothing is stored.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import takewhile
from typing import NamedTuple

from drill.practice import plans
from drill.practice.desk import Desk
from drill.practice.evidence import reviews_of
from drill.practice.planning import Table
from drill.practice.plans import StoredPlan
from drill.schedule.calibration import Review
from drill.schedule.forecast import Forecast, Habits, Start
from drill.schedule.model import Model
from drill.schedule.plan import Item, Outline
from drill.schedule.rating import Rating

_BEFORE = 30  # days shown before the plan
_LONGEST = 365  # days shown in all, at most, of the past
_EVERYTHING = {"everything": 1.0}


class Recall(NamedTuple):
    """Expected recall (0..1), weighted by the track, on the evening of a day."""

    day: date
    value: float


class Trend(NamedTuple):
    """How readiness went and goes on. Without a plan `by` is None and only `past` has anything."""

    title: str
    by: date | None
    since: date | None
    past: tuple[Recall, ...]  # up to today
    promised: tuple[Recall, ...]  # by the plan as it was first made, from its day to the date
    ahead: tuple[Recall, ...]  # from today to the date, with the plan as it is now
    idle: tuple[Recall, ...]  # the same days without any practice


def trend(desk: Desk) -> Trend:
    plan = plans.current(desk) or plans.stored(desk)
    table = Table(desk, plan or _no_plan(desk))
    reviews = reviews_of(desk)
    first = min((review.day for review in reviews), default=desk.today)
    begin = max(first, desk.today - _LONGEST, plan.since - _BEFORE if plan else 0)
    past = _past(table, reviews, range(begin, desk.today + 1)) if reviews else ()
    if plan is None:
        return Trend("Every problem", None, None, past, (), (), ())
    to_come = range(desk.today, plan.by + 1)
    return Trend(
        title=str(plan.track.get("title", "")),
        by=date.fromordinal(plan.by),
        since=date.fromordinal(plan.since),
        past=past,
        promised=_promised(desk, table, plan, reviews),
        ahead=_expected(table.items, table.rest(plan), table.forecast(), to_come),
        idle=_expected(table.items, {}, table.forecast(), to_come),
    )


def _no_plan(desk: Desk) -> StoredPlan:
    return StoredPlan("", desk.today, desk.today, desk.today, 0.0, _EVERYTHING, {})


def _past(table: Table, reviews: Sequence[Review], days: range) -> tuple[Recall, ...]:
    weights = {item.key: item.weight for item in table.items}
    total = sum(weights.values())
    found = []
    for day, known in _evenings(reviews, table.model, days):
        recalled = sum(
            weights[problem] * table.model.recall(stability, max(0, day - last))
            for problem, (stability, _, last) in known.items()
            if problem in weights
        )
        found.append(Recall(date.fromordinal(day), recalled / total if total else 0.0))
    return tuple(found)


def _promised(desk: Desk, table: Table, plan: StoredPlan, reviews: Sequence[Review]) -> tuple[Recall, ...]:
    """What the plan as it was first made expected, knowing no more than was known then."""
    made, order = plans.beginning(desk, plan)
    before = list(takewhile(lambda review: review.order < order, reviews))
    known = _known(before, table.model)
    items = [replace(item, start=known.get(item.key)) for item in table.items]
    forecast = Forecast(plan.by, table.model, _habits(before), hopeful=False)
    return _expected(items, made.outline, forecast, range(plan.since, plan.by + 1))


def _expected(items: Sequence[Item], outline: Outline, forecast: Forecast, days: range) -> tuple[Recall, ...]:
    total = sum(item.weight for item in items)
    chains = [(item.weight, item.start, tuple(outline.get(item.key, ()))) for item in items]
    return tuple(
        Recall(
            date.fromordinal(day),
            sum(weight * forecast.on(day, start, chain) for weight, start, chain in chains) / total,
        )
        for day in days
        if total
    )


# --- memories out of ratings --------------------------------------------------------------------------------


def _evenings(
    reviews: Iterable[Review], model: Model, days: range
) -> Iterator[tuple[int, Mapping[str, Start]]]:
    """For each day, all memories on its evening."""
    known: dict[str, Start] = {}
    coming = iter(sorted(reviews, key=lambda review: review.day))  # a clock may have gone back
    review = next(coming, None)
    for day in days:
        while review is not None and review.day <= day:
            _learn(known, review, model)
            review = next(coming, None)
        yield day, known


def _known(reviews: Iterable[Review], model: Model) -> dict[str, Start]:
    known: dict[str, Start] = {}
    for review in reviews:
        _learn(known, review, model)
    return known


def _learn(known: dict[str, Start], review: Review, model: Model) -> None:
    before = known.get(review.problem)
    if before is None:
        state = model.first(review.rating)
    else:
        state = model.after(before[:2], max(0, review.day - before[2]), review.rating)
    known[review.problem] = (*state, review.day)


def _habits(reviews: Iterable[Review]) -> Habits:
    """What those ratings teach of the learner, as `drill.practice.planning` learns it from all of them."""
    firsts, passes = [0] * 4, [0] * 3
    seen = set[str]()
    for review in reviews:
        if review.problem not in seen:
            seen.add(review.problem)
            firsts[review.rating - 1] += 1
        elif review.rating > Rating.AGAIN:
            passes[review.rating - 2] += 1
    return Habits().learned(firsts, passes)
