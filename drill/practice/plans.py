"""The plan that holds, as the log has it. Light: `next` looks here every time; making one is `planning`'s.

A plan is an event without a problem:

    planned      by, since, minutes, track{name, title, everything, topics, problems},
                 outline{problem: [days]}
    unplanned    -

`by` and `since` are local dates; days of the outline are counted from the event's own local day. A plan is
fitted anew on the first `next` or `plan` of a day, which appends another `planned` with the same `since`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from drill.practice.desk import Desk
from drill.store.event import Event

PLANNED, UNPLANNED = "planned", "unplanned"
_LAST = """SELECT id FROM events WHERE problem IS NULL AND kind IN ('planned', 'unplanned')
    ORDER BY ord DESC, id DESC LIMIT 1"""
_ALL = "SELECT id, ord FROM events WHERE problem IS NULL AND kind = 'planned' ORDER BY ord, id"


class StoredPlan(NamedTuple):
    """`fitted`: the local day on which the outline was last made. All days are ordinals."""

    id: str
    by: int
    since: int
    fitted: int
    minutes: float
    track: Mapping[str, Any]
    outline: Mapping[str, tuple[int, ...]]

    def on(self, day: int) -> tuple[str, ...]:
        """The problems planned for a day, in no particular order."""
        return tuple(problem for problem, days in self.outline.items() if day in days)


def stored(desk: Desk) -> StoredPlan | None:
    """The last plan made, also when its date has passed; None when there is none, or it was ended."""
    row = desk.log.row(_LAST)
    event = desk.log.event(row[0]) if row else None
    return _read(event) if event is not None and event.kind == PLANNED else None


def current(desk: Desk) -> StoredPlan | None:
    """The plan to follow today, fitted to what has happened until yesterday; None when there is none."""
    plan = stored(desk)
    if plan is None or plan.by <= desk.today:
        return None
    if plan.fitted == desk.today:
        return plan
    from drill.practice.planning import refit

    return refit(desk, plan)


def beginning(desk: Desk, plan: StoredPlan) -> tuple[StoredPlan, int]:
    """The plan as it was first made, before any refitting, and its order in the log."""
    for event_id, order in desk.log.rows(_ALL):
        event = desk.log.event(event_id)
        made = _read(event) if event is not None else None
        if made is not None and _terms(made) == _terms(plan):
            return made, order
    return plan, 0


def end(desk: Desk) -> StoredPlan | None:
    """End the plan; the one that was ended."""
    with desk.log.write(desk.now) as tx:
        plan = stored(desk)
        if plan is not None:
            tx.append(UNPLANNED, None, None)
    return plan


def _terms(plan: StoredPlan) -> tuple[object, ...]:
    """What refitting leaves as it is."""
    return plan.since, plan.by, plan.minutes, plan.track


def _read(event: Event) -> StoredPlan | None:
    """None when the data make no sense (an edited import)."""
    data, day = event.data, event.day
    try:
        outline = {str(p): tuple(day + int(n) for n in days) for p, days in data["outline"].items()}
        by, since = (date.fromisoformat(data[key]).toordinal() for key in ("by", "since"))
        return StoredPlan(event.id, by, since, day, float(data["minutes"]), dict(data["track"]), outline)
    except (LookupError, TypeError, ValueError, AttributeError):
        return None
