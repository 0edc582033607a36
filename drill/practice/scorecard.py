"""What a mock interview amounted to: pure functions from its events to a scorecard.

All is derived from the log: only runs and submissions between the start and the end of the coding count,
and of these only what came within the time.
"""

# No `from __future__ import annotations`: a named tuple would have to parse each annotation again.

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from drill.practice.mocks import ANSWERED, JUDGED, JUDGEMENTS, SERVED, Drawn, How, Judgement, Mock
from drill.store.event import Event, from_micros

WORTH = {"good": 1.0, "partly": 0.5, "missed": 0.0}  # of an answer


class Course(NamedTuple):
    """What happened to one problem of a mock. `stretches`: from when to when it was at hand, microseconds.

    `late` counts the submissions after the time. `old_slips` were first made in an earlier attempt.
    """

    drawn: Drawn
    stretches: tuple[tuple[int, int], ...]
    runs: tuple[Event, ...]
    submissions: tuple[Event, ...]
    late: int
    old_slips: frozenset[str] = frozenset()

    @property
    def own_runs(self) -> tuple[Event, ...]:
        """Without those of an untouched starter; `watch` begins with one."""
        return tuple(run for run in self.runs if not run.data.get("blank"))

    @property
    def seconds(self) -> float:
        return sum(end - begin for begin, end in self.stretches) / 1e6

    @property
    def solved(self) -> Event | None:
        """The first accepted submission within the time."""
        return next(filter(_accepted, self.submissions), None)

    @property
    def best(self) -> Event | None:
        """The submission with the largest share of cases passed; the later of two that are alike."""
        return max(reversed(self.submissions), key=credit, default=None)

    @property
    def first_run(self) -> float | None:
        """Seconds at hand until the first run or submission."""
        first = min((each.at for each in (*self.own_runs, *self.submissions)), default=None)
        if first is None or not self.stretches:
            return None
        return sum(max(0, min(end, first) - begin) for begin, end in self.stretches) / 1e6


class MockProblem(NamedTuple):
    """One problem of a mock, within the time. `seconds`: how long it was at hand; `first_run`: how much of
    that before the first run or submission; `passed` of `cases` is that of the best submission."""

    problem: str
    warm_up: bool
    minutes: float  # the target
    given: bool  # it was reached
    seconds: float
    first_run: float | None
    runs: int
    submissions: int
    late: int  # submissions after the time, which do not count
    solved: bool
    passed: int
    cases: int
    credit: float  # 0 to 1
    slips: tuple[str, ...]  # names of mistakes in its submissions


class MockAnswer(NamedTuple):
    """A question that followed, the learner's answer, and what the learner said of it (None: nothing yet)."""

    problem: str
    ask: str
    answer: str
    rating: Judgement | None


class Noticed(NamedTuple):
    """A fact that an interviewer would have noticed; `kind` names its rule in `drill.practice.noticing`."""

    kind: str
    problem: str
    says: str


class Scorecard(NamedTuple):
    """A mock whose coding has ended. `how`: all `solved`, the `time` was up, or the learner `asked`.

    `score` (0 to 1) is the share of cases passed, over all problems drawn, weighted by their targets;
    `answered` that of the answers, None without any.
    """

    id: str
    started: datetime
    ended: datetime  # the coding
    minutes: float
    track: str  # empty when none was asked for
    how: How
    seconds: float  # of coding
    score: float
    solved: int
    submissions: int
    answered: float | None
    problems: tuple[MockProblem, ...]
    answers: tuple[MockAnswer, ...]
    noticed: tuple[Noticed, ...]


class Standing(NamedTuple):
    """A mock that is not finished. `at_hand`: what `next` serves; None when all are solved.

    `ended`: the coding has. `over`: it has, or has to, for all are solved or the time is up.
    """

    id: str
    started: datetime
    deadline: datetime
    minutes: float
    track: str
    seconds_left: float
    at_hand: str | None
    problems: tuple[MockProblem, ...]
    ended: bool
    over: bool

    def at(self, now: datetime) -> "Standing":
        """The same a moment later."""
        left = max(0.0, (self.deadline - now).total_seconds())
        over = self.ended or not left or self.at_hand is None
        return self._replace(seconds_left=min(left, 60 * self.minutes), over=over)

    @property
    def time_is_up(self) -> bool:
        """With something left to solve."""
        return self.over and self.at_hand is not None

    @property
    def open(self) -> MockProblem | None:
        """The problem at hand, once it was given."""
        found = (each for each in self.problems if each.problem == self.at_hand and each.given)
        return next(found, None)

    @property
    def number(self) -> int:
        """The how manieth problem is at hand, from 1."""
        return next(i for i, each in enumerate(self.problems, 1) if each.problem == self.at_hand)


class Ended(NamedTuple):
    """What the end of the coding meant for problems that were begun and not solved."""

    given_up: tuple[str, ...]  # and rated again
    left_open: tuple[str, ...]


class Question(NamedTuple):
    """A question that follows, number `number` of `of`; `given` is the answer, where there is one already."""

    mock: str
    number: int
    of: int
    problem: str
    ask: str
    answer: str  # the model answer
    given: str | None


def makes_sense(event: Event) -> bool:
    """A run, or a submission as drill writes it; an edited import may hold others."""
    data = event.data
    slips, failed = data.get("slips"), data.get("failed")
    return event.kind == "ran" or (
        all(type(data.get(key)) is int for key in ("passed", "cases"))
        and all(isinstance(data.get(key), str) for key in ("verdict", "source"))
        and isinstance(failed, list)
        and all(isinstance(name, str) for name in failed)
        and isinstance(slips, list)
        and all(isinstance(slip, list) and len(slip) == 2 for slip in slips)
    )


def credit(submission: Event) -> float:
    """The share of cases passed; all of it only for an accepted one."""
    data = submission.data
    if _accepted(submission):
        return 1.0
    return min(data["passed"] / data["cases"], 0.99) if data["cases"] > 0 else 0.0


def end_of(mock: Mock, now: int) -> int:
    """When the coding ended, or now; never after the time."""
    return min(mock.deadline, mock.ended.at if mock.ended else max(now, mock.at))


def course(mock: Mock, drawn: Drawn, events: Sequence[Event], now: int) -> Course:
    """`events`: the problem's runs and submissions while the mock went on, in order. What comes after it is
    solved is left out."""
    events = [event for event in events if makes_sense(event)]
    solved = next((e for e in events if _accepted(e) and e.at <= mock.deadline), None)
    events = [event for event in events if solved is None or event.ord <= solved.ord]
    in_time = [event for event in events if event.at <= mock.deadline]
    submissions = tuple(event for event in in_time if event.kind == "submitted")
    end = min(end_of(mock, now), solved.at if solved else mock.deadline)
    return Course(
        drawn=drawn,
        stretches=tuple(_stretches(mock, drawn.problem, end)),
        runs=tuple(event for event in in_time if event.kind == "ran"),
        submissions=submissions,
        late=sum(event.kind == "submitted" for event in events) - len(submissions),
    )


def _accepted(event: Event) -> bool:
    return event.kind == "submitted" and event.data["verdict"] == "accepted"


def _stretches(mock: Mock, problem: str, end: int) -> Iterator[tuple[int, int]]:
    """Each time the problem was at hand, until another one was, or it was solved."""
    begun: int | None = None
    for move in mock.moves:
        here = move.kind == SERVED and move.data.get("problem") == problem
        if begun is not None and not here:
            yield _stretch(begun, min(move.at, end))
            begun = None
        elif begun is None and here:
            begun = move.at
    if begun is not None:
        yield _stretch(begun, end)


def _stretch(begin: int, end: int) -> tuple[int, int]:
    """Of no length where the clock went back."""
    return min(begin, end), end


def row(course: Course) -> MockProblem:
    best = course.best
    slips = (name for each in course.submissions for name in slips_of(each))
    return MockProblem(
        problem=course.drawn.problem,
        warm_up=course.drawn.warm_up,
        minutes=course.drawn.minutes,
        given=bool(course.stretches),
        seconds=course.seconds,
        first_run=course.first_run,
        runs=len(course.own_runs),
        submissions=len(course.submissions),
        late=course.late,
        solved=course.solved is not None,
        passed=best.data["passed"] if best else 0,
        cases=best.data["cases"] if best else 0,
        credit=credit(best) if best else 0.0,
        slips=tuple(dict.fromkeys(slips)),
    )


def slips_of(submission: Event) -> list[str]:
    return [str(name) for _, name in submission.data["slips"]]


def answers(mock: Mock) -> tuple[MockAnswer, ...]:
    """In the order in which they were given; what was said of one last holds."""
    found: dict[tuple[str, str], MockAnswer] = {}
    for event in mock.events:
        key = str(event.data.get("problem")), str(event.data.get("ask"))
        if event.kind == ANSWERED:
            found.setdefault(key, MockAnswer(*key, str(event.data.get("answer")), None))
        elif event.kind == JUDGED and key in found and event.data.get("rating") in JUDGEMENTS:
            found[key] = found[key]._replace(rating=event.data["rating"])
    return tuple(found.values())


def ended_at(mock: Mock, courses: Sequence[Course]) -> int:
    """When the coding of an ended mock was over: with the last problem solved, or else as it was ended."""
    assert mock.ended is not None
    solved = [each.solved.at for each in courses if each.solved]
    return max(solved) if len(solved) == len(courses) else end_of(mock, mock.ended.at)


def scorecard(mock: Mock, courses: Sequence[Course], noticed: Sequence[Noticed]) -> Scorecard:
    """Of a mock whose coding has ended."""
    assert mock.ended is not None
    rows, given = tuple(map(row, courses)), answers(mock)
    worth = [WORTH[each.rating] for each in given if each.rating]
    how, end = mock.ended.data.get("how"), ended_at(mock, courses)
    return Scorecard(
        id=mock.id,
        started=from_micros(mock.at),
        ended=from_micros(end),
        minutes=mock.minutes,
        track=mock.track,
        how=how if how in ("solved", "time") else "asked",
        seconds=max(0, end - mock.at) / 1e6,
        score=sum(each.credit * each.minutes for each in rows) / sum(each.minutes for each in rows),
        solved=sum(each.solved for each in rows),
        submissions=sum(each.submissions for each in rows),
        answered=sum(worth) / len(worth) if worth else None,
        problems=rows,
        answers=given,
        noticed=tuple(noticed),
    )
