"""Help and giving up: hints, opened cases, the solution, and putting a problem down for today.

Help with a problem that is new or due belongs to the attempt that is about to open, so it opens it; with a
problem that is solved and not due, help is free.
"""

from __future__ import annotations

from drill.bank.schema import Problem
from drill.errors import BadInput
from drill.practice import mocks
from drill.practice.desk import Desk
from drill.practice.opening import begin
from drill.practice.recording import append_rating
from drill.practice.results import Hint, Revealed, Skipped
from drill.schedule.rating import Judged, Rating


def hint(desk: Desk, problem: Problem) -> Hint:
    """The next hint, or the last again."""
    mocks.refuse(desk, "no hints")
    if not problem.hints:
        raise BadInput(f"{problem.id} has no hints.", f"See its statement: drill show {problem.id}")
    started = begin(desk, problem, None, "asked") if desk.turn_has_come(problem.id) else None
    with desk.log.write(desk.now) as tx:
        attempt = desk.last_attempt(problem.id)
        assert attempt is not None
        of, seen = len(problem.hints), attempt.hints
        level = min(seen + 1, of)
        if level > seen:
            tx.append("hinted", problem.id, attempt.id, {"level": level})
    return Hint(
        problem=problem.id,
        level=level,
        of=of,
        text=problem.hints[level - 1],
        counts=attempt.closed is None,
        repeated=level == seen,
        started=started,
    )


def why_opened(desk: Desk, submission_id: str, case: str) -> bool:
    """Note an opened case; whether it counted as help."""
    refuse_why(desk)
    event = desk.log.event(submission_id)
    if event is None or event.problem is None:
        raise BadInput(f"There is no submission {submission_id}.", "See `drill history`.")
    with desk.log.write(desk.now) as tx:
        attempt = desk.attempt(event.attempt or "")
        counts = (
            attempt is not None and attempt.closed is None and case not in opened_cases(desk, event.problem)
        )
        tx.append("why_opened", event.problem, event.attempt, {"submission": submission_id, "case": case})
    return counts


def refuse_why(desk: Desk) -> None:
    """Raises BadInput in a mock interview."""
    mocks.refuse(desk, "no opened cases")


def opened_cases(desk: Desk, problem_id: str) -> tuple[str, ...]:
    """Hidden cases opened in the latest attempt, in the order they were opened."""
    attempt = desk.last_attempt(problem_id)
    if attempt is None or not attempt.whys:
        return ()
    opening = desk.log.event(attempt.id)
    opened = desk.log.events_of(problem_id, "why_opened", since=opening.ord if opening else 0)
    return tuple(dict.fromkeys(e.data["case"] for e in opened if e.attempt == attempt.id))


def would_give_up(desk: Desk, problem_id: str) -> bool:
    """Whether showing the solution ends an attempt as given up. In a mock interview none is shown."""
    mocks.refuse(desk, "no solutions")
    return desk.would_rate(problem_id)


def reveal(desk: Desk, problem: Problem, framework: str | None) -> Revealed:
    """The reference's source; gives up what is open, new or due."""
    chosen = desk.framework(problem, framework)
    source = problem.reference(chosen).read_text(encoding="utf-8")
    with desk.log.write(desk.now) as tx:
        gives_up = would_give_up(desk, problem.id)
        attempt = desk.open_attempt(problem.id) if gives_up else desk.last_attempt(problem.id)
        if attempt is None:
            path = desk.settings.workspace / problem.file_name
            attempt = desk.open(tx, problem, chosen, path, "reveal")
        events = [tx.append("revealed", problem.id, attempt.id, {"framework": chosen})]
        if gives_up:
            events.append(tx.append("gave_up", problem.id, attempt.id))
            judged = Judged(Rating.AGAIN, "the solution was shown")
            append_rating(desk, tx, attempt, Rating.AGAIN, judged, events)
        due = desk.due_of(desk.problem_row(problem.id))
    return Revealed(problem, chosen, source, gives_up, Rating.AGAIN if gives_up else None, due)


def skip(desk: Desk, problem_id: str) -> Skipped:
    """Not today."""
    with desk.log.write(desk.now) as tx:
        attempt = desk.open_attempt(problem_id)
        tx.append("skipped", problem_id, attempt.id if attempt else None)
    return Skipped(problem_id, desk.start_of(desk.today + 1))
