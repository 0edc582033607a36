"""What an interviewer would have noticed in a mock: facts of the log, each from one rule, and no guesses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from drill.practice.scorecard import Course, Noticed, slips_of
from drill.store.event import Event

LATE_START = 5 * 60  # seconds, or half of the target where that is more
IDLE = 5 * 60
OVER = 1.25  # times the target
_MOST_CASES = 2  # named


def noticed(courses: Sequence[Course], seconds: float) -> tuple[Noticed, ...]:
    """Problem by problem, in the order of the mock, whose coding took so many seconds."""
    found = [
        Noticed(kind, course.drawn.problem, says)
        for course in courses
        for kind, rule in RULES.items()
        for says in rule(course)
    ]
    idle = seconds - sum(course.seconds for course in courses)
    if idle >= IDLE:
        found.append(Noticed("idle", "", f"{_length(idle)} without a problem at hand"))
    return tuple(found)


def _not_reached(course: Course) -> Iterator[str]:
    if not course.stretches and not course.submissions:
        yield "was not reached"


def _clean(course: Course) -> Iterator[str]:
    if _is_clean(course):
        unrun = "" if _before_the_first(course, course.own_runs) else ", with no run of the code before"
        yield f"right at the first submission, after {_length(course.seconds)}{unrun}"


def _late_start(course: Course) -> Iterator[str]:
    patience = max(LATE_START, 60 * course.drawn.minutes / 2)
    first = course.first_run
    if first is None and course.seconds >= patience:
        yield f"nothing was run or submitted in {_length(course.seconds)}"
    elif first is not None and first >= patience:
        if _before_the_first(course, course.own_runs):
            yield f"first run after {_length(first)}"
        elif not _is_clean(course):
            yield f"first submission after {_length(first)}, with no run of the code before"


def _unrun(course: Course) -> Iterator[str]:
    """Only where a run, which counts for nothing, would have shown it."""
    failed = course.submissions and course.submissions[0].data.get("visible_failed")
    if failed and not _before_the_first(course, course.runs):
        yield "the first submission failed a visible case, and no run came before it"


def _unseen(course: Course) -> Iterator[str]:
    """What only hidden cases found: an edge that the learner's own tries did not show."""
    for each in course.submissions:
        if each.data["failed"] and each.data.get("visible_failed") == 0:
            names = [str(name) for name in each.data["failed"]]
            times = sum(set(names) <= set(other.data["failed"]) for other in course.submissions)
            more = f" and {len(names) - _MOST_CASES} more" if len(names) > _MOST_CASES else ""
            listed = ", ".join(f"“{name}”" for name in names[:_MOST_CASES])
            again = f", in {_count(times, 'submission')}" if times > 1 else ""
            yield f"submitted when all visible cases passed, but not the hidden {listed}{more}{again}"
            return


def _same_slip(course: Course) -> Iterator[str]:
    counts = Counter(name for each in course.submissions for name in set(slips_of(each)))
    for name, times in counts.items():
        if times > 1:
            yield f"{_count(times, 'submission')} with the same slip: {name}"


def _old_slip(course: Course) -> Iterator[str]:
    made = {name: None for each in course.submissions for name in slips_of(each)}
    for name in made:
        if name in course.old_slips:
            yield f"a slip of an earlier attempt again: {name}"


def _unchanged(course: Course) -> Iterator[str]:
    pairs = zip(course.submissions, course.submissions[1:], strict=False)
    times = sum(older.data["source"] == newer.data["source"] for older, newer in pairs)
    if times:
        yield f"submitted again without a change{f', {times} times' if times > 1 else ''}"


def _unloaded(course: Course) -> Iterator[str]:
    broken = sum(each.data["verdict"] == "compile error" for each in course.submissions)
    if broken:
        yield f"{broken} of {_count(len(course.submissions), 'submission')} did not load"


def _over(course: Course) -> Iterator[str]:
    if course.seconds > OVER * 60 * course.drawn.minutes:
        yield f"{_length(course.seconds)}, with a target of {course.drawn.minutes:g}"


def _taken_up_again(course: Course) -> Iterator[str]:
    if len(course.stretches) > 1:
        yield "left and taken up again"


def _late(course: Course) -> Iterator[str]:
    if course.late:
        yield f"{_count(course.late, 'submission')} after the time, which {_does(course.late)} not count here"


RULES: dict[str, Callable[[Course], Iterator[str]]] = {
    "not reached": _not_reached,
    "clean": _clean,
    "late start": _late_start,
    "not run": _unrun,
    "hidden case": _unseen,
    "same slip": _same_slip,
    "old slip": _old_slip,
    "unchanged": _unchanged,
    "did not load": _unloaded,
    "over the target": _over,
    "taken up again": _taken_up_again,
    "late": _late,
}


def _is_clean(course: Course) -> bool:
    return bool(course.submissions) and course.submissions[0] is course.solved


def _before_the_first(course: Course, runs: Sequence[Event]) -> bool:
    """Whether any of these came before the first submission, where there is one."""
    return any(not course.submissions or run.ord < course.submissions[0].ord for run in runs)


def _length(seconds: float) -> str:
    """In whole minutes, as an interviewer would say it."""
    minutes = round(seconds / 60)
    return _count(minutes, "minute") if minutes else _count(round(seconds), "second")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")


def _does(number: int) -> str:
    return "does" if number == 1 else "do"
