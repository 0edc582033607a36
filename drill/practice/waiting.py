"""What today asks for, at a glance: for a shell prompt, so nothing is computed that is not stored."""

from __future__ import annotations

from typing import NamedTuple

from drill.practice import plans
from drill.practice.desk import Desk


class Waiting(NamedTuple):
    """`planned`: problems left of today's part of the plan, None without a plan. `open`: open attempts."""

    due: int
    planned: int | None
    open: int


def waiting(desk: Desk) -> Waiting:
    rows = desk.problem_rows()
    known = {summary.id for summary in desk.bank.summaries()}
    opened = {problem for (problem,) in desk.log.rows("SELECT problem FROM attempts WHERE closed IS NULL")}
    due = sum(desk.is_due(row) for row in rows.values() if row.problem in known - opened)
    plan = plans.stored(desk)
    left = None
    if plan is not None and plan.by > desk.today:
        done = {row.problem for row in rows.values() if (row.last_day or 0) >= desk.today}
        left = len(known.intersection(plan.on(desk.today)) - done)
    return Waiting(due, left, len(opened & known))
