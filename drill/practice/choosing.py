"""What `next` serves: the open attempt; then, under a plan, today's part of it; without one what is due, else
what was put down, else something new."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from drill.bank.schema import Summary
from drill.practice import plans
from drill.practice.desk import Desk
from drill.practice.plans import StoredPlan
from drill.practice.results import NothingDue, NothingReason, Reason
from drill.practice.rows import AttemptRow, ProblemRow
from drill.schedule.memory import recall
from drill.schedule.queue import Due, New, interleave, introduce, ready


class Choice(NamedTuple):
    problem: str
    reason: Reason


def choose(desk: Desk, more: bool) -> Choice | NothingDue:
    """One problem, or why there is none. `more` lifts today's limits."""
    return _Table(desk).choose(more)


class _Table:
    """Everything a choice looks at, read once."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        with desk.log.reading():
            self.rows = desk.problem_rows()
            self.open = desk.open_attempts()
            self.today = desk.attempts("WHERE day = ? ORDER BY opened DESC", desk.today)
            self.spent = desk.minutes_spent()
        off = set(desk.settings.topics_off)
        self.all = {s.id: s for s in desk.bank.summaries()}
        self.on = {s.id: s for s in self.all.values() if s.topic not in off}

    def choose(self, more: bool) -> Choice | NothingDue:
        if not self.all:
            return NothingDue("no problems", "There are no problems.", "Run `drill doctor`.")
        resumed = next((a for a in self.open if a.problem in self.all and not self._put_down(a)), None)
        if resumed is not None:
            return Choice(resumed.problem, "open")
        plan = plans.current(self.desk)
        if plan is not None:
            return self._planned(plan, more)
        return self._unplanned(more)

    def _planned(self, plan: StoredPlan, more: bool) -> Choice | NothingDue:
        """Today's part of the plan; with `more`, that of the days to come, then as without a plan."""
        days = range(self.desk.today, plan.by if more else self.desk.today + 1)
        for day in days:
            problem = self._first_of(plan.on(day))
            if problem is not None:
                opened = any(a.problem == problem for a in self.open)
                return Choice(problem, "open" if opened else "plan")
        return self._unplanned(more) if more else self._plan_done(plan)

    def _first_of(self, planned: tuple[str, ...]) -> str | None:
        """What is still to do: reviews first, then new problems, after those that they need."""
        waiting = [s for s in self.on.values() if s.id in planned and not self._done_today(s.id)]
        free = [s for s in waiting if not self._skipped(s.id)]
        known = [s for s in free if not self._is_new(s)]
        if known:
            due = [Due(s.id, s.topic, _recall(self.rows[s.id], self.desk.today)) for s in known]
            return interleave(due, self._last_topic())[0].problem
        new = [n.problem for n in ready([_new(s) for s in waiting if self._is_new(s)])]
        return next((problem for problem in new if not self._skipped(problem)), None)

    def _done_today(self, problem: str) -> bool:
        row = self.rows.get(problem)
        return row is not None and row.last_day is not None and row.last_day >= self.desk.today

    def _plan_done(self, plan: StoredPlan) -> NothingDue:
        planned = [p for p in plan.on(self.desk.today) if p in self.on]
        if not planned:
            message = "The plan leaves today free."
        elif any(not self._done_today(p) for p in planned):
            message = "The rest of today's part of the plan was skipped."
        else:
            message = "That was today's part of the plan."
        days = range(self.desk.today + 1, plan.by)
        ahead = next((day for day in days if any(p in self.on for p in plan.on(day))), None)
        when = None if ahead is None else self.desk.start_of(ahead)
        return NothingDue("plan done", message, "drill next --more", when)

    def _unplanned(self, more: bool) -> Choice | NothingDue:
        settings = self.desk.settings
        if not more and settings.minutes_per_day and self.spent >= settings.minutes_per_day:
            return self._nothing("minutes limit", f"You have practised {self.spent:.0f} minutes today.")
        due, picked_up, new = self.due(), self.picked_up(), self.new()
        if due:
            return Choice(due[0].problem, "due")
        if picked_up:
            return Choice(picked_up[0], "open")
        if new and not more and settings.new_per_day and self.new_today() >= settings.new_per_day:
            return self._nothing(
                "new limit", f"Today's limit of new problems is reached: {settings.new_per_day}."
            )
        if new:
            return Choice(new[0].problem, "new")
        return self._nothing_left()

    def due(self) -> tuple[Due, ...]:
        opened = {a.problem for a in self.open}
        waiting = [
            Due(s.id, s.topic, _recall(row, self.desk.today))
            for s in self.on.values()
            if (row := self.rows.get(s.id))
            and self.desk.is_due(row)
            and s.id not in opened
            and not self._skipped(s.id)
        ]
        return interleave(waiting, self._last_topic())

    def picked_up(self) -> list[str]:
        """Attempts put down on an earlier day."""
        return [a.problem for a in self.open if a.problem in self.on and not self._skipped(a.problem)]

    def new(self) -> tuple[New, ...]:
        unfinished = [_new(s) for s in self.on.values() if self._is_new(s)]
        opened = {a.problem for a in self.open}
        free = [n for n in ready(unfinished) if n.problem not in opened and not self._skipped(n.problem)]
        return introduce(free, [s.topic for s in self.all.values() if s.id in self.rows])

    def new_today(self) -> int:
        return len({a.problem for a in self.today if not a.review})

    def _is_new(self, summary: Summary) -> bool:
        row = self.rows.get(summary.id)
        return row is None or row.card is None

    def _last_topic(self) -> str | None:
        last = next((a.problem for a in self.today), None)
        return self.all[last].topic if last in self.all else None

    def _skipped(self, problem: str) -> bool:
        row = self.rows.get(problem)
        return row is not None and row.skipped_day is not None and row.skipped_day >= self.desk.today

    def _put_down(self, attempt: AttemptRow) -> bool:
        """Skipped since it opened."""
        row = self.rows.get(attempt.problem)
        return row is not None and row.skipped_day is not None and row.skipped_day >= attempt.day

    def _nothing_left(self) -> NothingDue:
        if any(self._skipped(s) for s in self.on):
            return self._nothing("skipped", "Everything else was skipped for today.")
        if not self.on:
            return self._nothing(
                "no problems", "Every topic is switched off.", "drill config set topics_off ''"
            )
        return self._nothing("finished", "Nothing is due, and there are no new problems left.")

    def _nothing(self, reason: NothingReason, message: str, todo: str = "") -> NothingDue:
        upcoming = [
            (row.due_day, row.problem)
            for row in self.rows.values()
            if row.due_day is not None and row.problem in self.on and row.due_day > self.desk.today
        ]
        day, problem = min(upcoming, default=(None, None))
        next_due: datetime | None = None if day is None else self.desk.start_of(day)
        if not todo:
            todo = "drill next --more" if reason.endswith("limit") else "drill start ID"
        return NothingDue(reason, message, todo, next_due, problem)


def _new(summary: Summary) -> New:
    return New(summary.id, summary.topic, summary.difficulty, summary.prerequisites)


def _recall(row: ProblemRow, today: int) -> float:
    card = row.card
    return recall(card.stability, today - card.last_day, card.decay) if card else 0.0
