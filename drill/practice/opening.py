"""Opening an attempt: what `next`, `start` and `reset` do to the log and to the learner's file.

The order is what makes a kill harmless: the old file's text goes into the log first, on its own; then, within
one write transaction, the file is put aside, the starter appears, and the commit says so. Killed in between,
the next command finds a blank starter (or none) and no attempt, and simply starts again.
"""

from __future__ import annotations

import os
from dataclasses import replace

from drill.bank.schema import Framework, Problem
from drill.bank.starter import header
from drill.practice.aside import Place
from drill.practice.desk import Desk
from drill.practice.results import Reason, Started
from drill.practice.rows import AttemptRow
from drill.store.event import from_micros
from drill.store.log import Writer


def begin(desk: Desk, problem: Problem, asked: str | None, reason: Reason) -> Started:
    """Open an attempt with a blank starter, or resume the open one. `asked`: a framework."""
    attempt = desk.open_attempt(problem.id)
    path = desk.file_of(problem, attempt)
    if attempt is not None and asked in (None, attempt.framework):
        return _resume(Place(desk, problem, path, None), attempt)
    framework = desk.framework(problem, asked)
    place = Place.keep(desk, problem, path)
    with desk.log.write(desk.now) as tx:
        attempt = desk.open_attempt(problem.id)
        if attempt is not None:
            return _switch(place, tx, attempt, framework)
        due = desk.due_of(desk.problem_row(problem.id))
        aside = place.blank(tx, framework, None)
        attempt = desk.open(tx, problem, framework, place.path, reason)
        return _started(place, attempt, reason)._replace(written=True, put_aside=aside, due=due)


def reset(desk: Desk, problem: Problem, attempt: AttemptRow) -> Started:
    """A blank starter within the open attempt."""
    place = Place.keep(desk, problem, desk.file_of(problem, attempt))
    with desk.log.write(desk.now) as tx:
        aside = place.blank(tx, desk.framework(problem, attempt.framework), attempt.id)
        tx.append("reset", problem.id, attempt.id, {"path": desk.spell(place.path)})
    return _started(place, attempt, "open")._replace(written=True, put_aside=aside)


def _resume(place: Place, attempt: AttemptRow) -> Started:
    """The open attempt. No file is touched, unless there is none."""
    missing = not os.path.lexists(place.path)
    if missing:
        framework = place.desk.framework(place.problem, attempt.framework)
        place.workspace.write(place.path, header(place.problem, framework))
    return _started(place, attempt, "open")._replace(written=missing)


def _switch(place: Place, tx: Writer, attempt: AttemptRow, framework: Framework) -> Started:
    """The open attempt in a framework; its own already when another command has just opened it."""
    if framework == attempt.framework:
        return _resume(place, attempt)
    aside = place.blank(tx, framework, attempt.id)
    data = {"framework": framework, "path": place.desk.spell(place.path)}
    tx.append("switched", place.problem.id, attempt.id, data)
    switched = _started(place, replace(attempt, framework=framework), "open")
    return switched._replace(written=True, put_aside=aside)


def _started(place: Place, attempt: AttemptRow, reason: Reason) -> Started:
    return Started(
        problem=place.problem,
        framework=place.desk.framework(place.problem, attempt.framework),
        path=place.path,
        attempt=attempt.id,
        number=attempt.number,
        reason=reason,
        resumed=reason == "open",
        written=False,
        opened=from_micros(attempt.opened),
    )
