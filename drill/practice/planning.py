"""Making a plan out of the log and the bank, and laying it out for the learner."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random
from typing import NamedTuple

from drill.bank.schema import Summary
from drill.bank.tracks import Track
from drill.errors import BadInput
from drill.practice.desk import Desk
from drill.practice.parameters import LAST, adopted
from drill.practice.plans import PLANNED, StoredPlan, stored
from drill.practice.rows import ProblemRow
from drill.schedule.forecast import Forecast, Habits
from drill.schedule.model import Model
from drill.schedule.plan import REVIEW_SHARE, Item, Outline, Span, make_plan, worth
from drill.schedule.usual import usual

FARTHEST, MOST_MINUTES = 365, 960


class Planned(NamedTuple):
    """A problem on a day; `minutes` are those reckoned with."""

    problem: str
    new: bool
    minutes: float


class PlanDay(NamedTuple):
    day: date
    problems: tuple[Planned, ...]

    @property
    def minutes(self) -> float:
        return sum(planned.minutes for planned in self.problems)


class Readiness(NamedTuple):
    """Expected recall on the date, weighted by the track (0..1)."""

    plan: float
    usual: float  # what is due first, then new problems, in the same minutes
    nothing: float  # without any practice from now on


class PlanView(NamedTuple):
    """A plan as of today. `days` lists every day to come, also empty ones; of today, what is left.

    `left_out`: new problems for which there is no time, `too_long`: those of them that no day has room for.
    `needed`: minutes to practise every new problem once, of `available` until the date.
    """

    by: date
    since: date
    minutes: float
    track: str
    title: str
    problems: int
    known: int  # of these, practised before
    days: tuple[PlanDay, ...]
    readiness: Readiness
    left_out: tuple[str, ...]
    too_long: tuple[str, ...]
    needed: float
    available: float


def make(desk: Desk, by: date, minutes: float, track: Track) -> PlanView:
    """A new plan, committed. Raises BadInput for dates and minutes that make none."""
    _check(desk, by, minutes)
    weights = {"everything": track.everything, "topics": dict(track.topics), "problems": dict(track.problems)}
    plan = StoredPlan(
        id="",
        by=by.toordinal(),
        since=desk.today,
        fitted=desk.today,
        minutes=minutes,
        track={"name": track.name, "title": track.title, **weights},
        outline={},
    )
    table = Table(desk, plan)
    if not table.items:
        raise BadInput(f"The track {track.name} has no problems here.", "drill plan --track everything ...")
    return table.view(_commit(desk, table, plan, None))


def refit(desk: Desk, plan: StoredPlan) -> StoredPlan:
    """The plan fitted to what has happened since, and committed."""
    return _commit(desk, Table(desk, plan), plan, plan.outline)


def view(desk: Desk, plan: StoredPlan) -> PlanView:
    return Table(desk, plan).view(plan)


def _check(desk: Desk, by: date, minutes: float) -> None:
    days = by.toordinal() - desk.today
    if days < 1:
        raise BadInput(
            f"{by} is {'today' if days == 0 else 'past'}: there is nothing to plan.", "Give a later day."
        )
    if days > FARTHEST:
        raise BadInput(f"{by} is more than a year away.", "Plan when it is nearer; until then: drill next")
    if not 5 <= minutes <= MOST_MINUTES:
        raise BadInput(
            f"{minutes:g} minutes a day make no plan.",
            f"Give a number from 5 to {MOST_MINUTES}: --minutes 45",
        )


def _commit(desk: Desk, table: Table, plan: StoredPlan, before: Outline | None) -> StoredPlan:
    """Make the outline and append it, unless another command has just done so."""
    outline = table.outline(before)
    with desk.log.write(desk.now) as tx:
        now = stored(desk)
        if before is not None and (now is None or now.id != plan.id):
            return now or plan._replace(outline=outline, fitted=desk.today)
        data = {
            "by": date.fromordinal(plan.by).isoformat(),
            "since": date.fromordinal(plan.since).isoformat(),
            "minutes": plan.minutes,
            "track": plan.track,
            "outline": {p: [d - desk.today for d in days] for p, days in outline.items() if days},
        }
        event = tx.append(PLANNED, None, None, data)
    return plan._replace(id=event.id, fitted=desk.today, outline=outline)


class Table:
    """Everything a plan looks at, read once: the track's problems as items, today's minutes, the model."""

    def __init__(self, desk: Desk, plan: StoredPlan) -> None:
        self.desk, self.plan = desk, plan
        with desk.log.reading():
            rows = desk.problem_rows()
            self.habits = _habits(desk, plan)
            spent = _spent(desk)
            adoption = adopted(desk.log.row(LAST))
        self.summaries = tuple(_members(desk, plan.track))
        weights = _track(plan.track)
        self.items = [_item(s, weights.weight(s), rows.get(s.id), desk.today) for s in self.summaries]
        self.span = Span(desk.today, plan.by, plan.minutes, spent)
        self.model = Model(adoption.parameters) if adoption else Model()

    def outline(self, before: Outline | None) -> Outline:
        rng = Random(f"{self.plan.by} {self.desk.today}")
        forecast = Forecast(self.plan.by, self.model, self.habits, hopeful=True)
        return make_plan(self.items, self.span, forecast, rng, before)

    def view(self, plan: StoredPlan) -> PlanView:
        new = [item for item in self.items if item.start is None]
        left_out = [item for item in new if not plan.outline.get(item.key)]
        days = range(self.span.today, self.span.end)
        return PlanView(
            by=date.fromordinal(plan.by),
            since=date.fromordinal(plan.since),
            minutes=plan.minutes,
            track=str(plan.track.get("name", "")),
            title=str(plan.track.get("title", "")),
            problems=len(self.items),
            known=len(self.items) - len(new),
            days=tuple(self._day(plan, day) for day in days),
            readiness=self._readiness(plan),
            left_out=tuple(item.key for item in left_out),
            too_long=tuple(item.key for item in left_out if item.minutes > plan.minutes),
            needed=sum(item.minutes for item in new),
            available=plan.minutes * len(days) - min(self.span.spent, plan.minutes),
        )

    def _day(self, plan: StoredPlan, day: int) -> PlanDay:
        """Reviews first, then new problems in the order of the curriculum."""
        planned: list[Planned] = []
        for item in self.items:
            chain = plan.outline.get(item.key, ())
            done = item.start is not None and item.start[2] >= day
            if day in chain and not done:
                new = item.start is None and day == chain[0]
                planned.append(Planned(item.key, new, item.minutes * (1 if new else REVIEW_SHARE)))
        return PlanDay(date.fromordinal(day), tuple(sorted(planned, key=lambda each: each.new)))

    def _readiness(self, plan: StoredPlan) -> Readiness:
        retention = self.desk.settings.desired_retention
        rng = Random(plan.since)  # the same figure every time one looks
        otherwise = usual(self.items, self.span, self.model, self.habits, retention, rng)
        forecast = self.forecast()
        planned = worth(self.items, self.rest(plan), forecast)
        return Readiness(planned, otherwise, worth(self.items, {}, forecast))

    def forecast(self) -> Forecast:
        """A sober one."""
        return Forecast(self.plan.by, self.model, self.habits, hopeful=False)

    def rest(self, plan: StoredPlan) -> Outline:
        """What of a plan is still to come."""
        return {p: tuple(d for d in days if d >= self.span.today) for p, days in plan.outline.items()}


def _track(data: object) -> Track:
    """A track out of a plan's event."""
    fields = data if isinstance(data, dict) else {}
    return Track(
        name=str(fields.get("name", "")),
        title=str(fields.get("title", "")),
        path=Path(),
        everything=float(fields.get("everything", 0.0)),
        topics=dict(fields.get("topics", {})),
        problems=dict(fields.get("problems", {})),
    )


def _members(desk: Desk, track: object) -> Iterator[Summary]:
    """The track's problems in curriculum order, without the topics that are off."""
    weights = _track(track)
    off = set(desk.settings.topics_off)
    return (s for s in desk.bank.summaries() if weights.weight(s) > 0 and s.topic not in off)


def _item(summary: Summary, weight: float, row: ProblemRow | None, today: int) -> Item:
    card = row.card if row else None
    start = (card.stability, card.difficulty, min(card.last_day, today)) if card else None
    return Item(summary.id, summary.minutes, weight, start, summary.prerequisites)


def _habits(desk: Desk, plan: StoredPlan) -> Habits:
    """From the learner's own ratings, and the days kept since the plan was made."""
    firsts, passes = [0] * 4, [0] * 3
    sql = "SELECT rating, predicted IS NULL, count(*) FROM reviews GROUP BY 1, 2"
    for rating, first, times in desk.log.rows(sql):
        if first:
            firsts[rating - 1] += times
        elif rating > 1:
            passes[rating - 2] += times
    row = desk.log.row("SELECT count(*) FROM days WHERE day >= ? AND day < ?", (plan.since, desk.today))
    return Habits().learned(firsts, passes, (row[0] if row else 0, max(0, desk.today - plan.since)))


def _spent(desk: Desk) -> float:
    """Minutes of today that are gone, as the plan reckons them."""
    sql = "SELECT minutes, review FROM attempts WHERE day = ? AND closed IS NOT NULL AND rating IS NOT NULL"
    done = desk.log.rows(sql, (desk.today,))
    return float(sum(minutes * (REVIEW_SHARE if review else 1) for minutes, review in done))
