"""What the practice layer answers: frozen data that the command line renders.

Every time is an aware datetime in UTC; a `date` is a local day of the learner's. `due` is the first
instant of the local day on which a problem comes back. Seconds are wall clock. They are named tuples because
defining one takes a fraction of what a frozen dataclass takes, and every command defines them.
"""

# No `from __future__ import annotations`: a named tuple would have to parse each annotation again.

from datetime import date, datetime
from pathlib import Path
from typing import Literal, NamedTuple

from drill.bank.schema import Difficulty, Framework, Problem
from drill.schedule.rating import Rating

State = Literal["new", "open", "due", "scheduled"]
Reason = Literal["due", "new", "open", "asked", "plan", "mock"]
NothingReason = Literal[
    "plan done", "finished", "new limit", "minutes limit", "skipped", "no problems", "mock over"
]
Outcome = Literal["accepted", "gave up", "superseded"]


class Identified(NamedTuple):
    """A learner's file, read once: what it is a solution of, and its text as it was at that moment."""

    problem: Problem
    framework: Framework
    source: str
    path: Path


class Started(NamedTuple):
    """An attempt that is open now. `written` says that a blank starter was just put at `path`."""

    problem: Problem
    framework: Framework
    path: Path
    attempt: str  # event id
    number: int  # the how manieth attempt at this problem
    reason: Reason
    resumed: bool
    written: bool
    opened: datetime
    put_aside: Path | None = None  # where the old file went
    due: datetime | None = None  # when it came due, for a review


class NothingDue(NamedTuple):
    """`next` has nothing to serve. `message` is a sentence, `todo` the command to type instead."""

    reason: NothingReason
    message: str
    todo: str
    next_due: datetime | None = None
    next_problem: str | None = None


class Slip(NamedTuple):
    """A named mistake the learner has made in a problem. `clean` counts the attempts since without it."""

    problem: str
    name: str
    kind: Literal["mistake", "pattern"]
    times: int
    first: date
    last: date
    clean: int

    @property
    def faded(self) -> bool:
        """Two finished attempts in a row without it."""
        return self.clean >= 2


class Recorded(NamedTuple):
    """A submission as committed to the log. Without a rating, `why` says why there is none yet.

    An internal error is recorded apart: it has no `number` (0) and no attempt ("").
    """

    submission: str  # event id
    number: int  # the how manieth submission to this problem
    attempt: str
    attempt_number: int
    counted: int  # submissions of the attempt that count as evidence, this one included
    seconds: float  # since the attempt opened
    rating: Rating | None
    evidence: Rating | None  # what the table says; differs from `rating` when overridden
    why: str
    due: datetime | None
    days: int | None  # from today to `due`
    slips: tuple[str, ...] = ()  # named mistakes in this submission
    slips_before: tuple[Slip, ...] = ()  # made in earlier attempts at this problem

    @property
    def overridden(self) -> bool:
        return self.rating != self.evidence


class Hint(NamedTuple):
    """Hint `level` of `of`. `counts`: an attempt is open, so it is help; `repeated`: it was shown before.

    Asking for a hint to a new or due problem starts it: `started`.
    """

    problem: str
    level: int
    of: int
    text: str
    counts: bool
    repeated: bool
    started: Started | None = None


class Revealed(NamedTuple):
    """The reference, and what showing it did. `gave_up` is true when it ended an unsolved attempt."""

    problem: Problem
    framework: Framework
    source: str
    gave_up: bool
    rating: Rating | None
    due: datetime | None


class Skipped(NamedTuple):
    problem: str
    until: datetime | None  # the start of the next local day; None within a mock interview


class ProblemRow(NamedTuple):
    """One line of `list`. `recall` is the chance (0..1) that it would be remembered today."""

    id: str
    title: str
    topic: str
    difficulty: Difficulty
    minutes: int
    frameworks: tuple[Framework, ...]
    state: State
    due: datetime | None
    solved: bool
    attempts: int
    rating: Rating | None  # the last one
    recall: float | None
    on: bool  # its topic is switched on


class Submission(NamedTuple):
    """A submission of the log. `versions` and `bank` (the problem's digest) say what it was graded with."""

    id: str
    number: int
    problem: str
    attempt: str
    at: datetime
    framework: Framework
    device: str
    verdict: str
    seed: int
    bank: str
    versions: dict[str, str]
    passed: int
    cases: int
    failed: tuple[str, ...]  # names of the cases that did not pass, in file order
    slips: tuple[str, ...]
    seconds: float  # since the attempt opened
    source_sha: str
    path: str


class Attempt(NamedTuple):
    """One attempt with its submissions, for `history`."""

    id: str
    number: int
    problem: str
    framework: Framework
    opened: datetime
    closed: datetime | None
    outcome: Outcome | None
    rating: Rating | None
    seconds: float | None  # from opening to closing
    minutes: float  # the target when it opened
    hints: int
    whys: int
    revealed: bool
    first_run: datetime | None
    submissions: tuple[Submission, ...]


class Undone(NamedTuple):
    """What `undo` took back; the attempt is open again. `due` is the date that holds now."""

    problem: str
    rating: Rating
    gave_up: bool
    at: datetime
    due: datetime | None


class Rerated(NamedTuple):
    """The last rating, replaced by the learner's own."""

    problem: str
    before: Rating
    rating: Rating
    due: datetime
    days: int


class Aside(NamedTuple):
    """A file that was put aside. `path` may have been deleted since; its text is in the log."""

    problem: str
    path: Path
    at: datetime
    source_sha: str
    on_disk: bool


class Restored(NamedTuple):
    problem: str
    path: Path
    came_from: Aside
    put_aside: Path | None  # where the file that stood there went
    counts: bool  # an attempt is open and the file is from an earlier one: it counts as help


class Share(NamedTuple):
    """`part` of `whole`; `value` is None where there is nothing to divide by."""

    part: int
    whole: int

    @property
    def value(self) -> float | None:
        return self.part / self.whole if self.whole else None


class TopicStats(NamedTuple):
    """`recalled`: reviews passed. `recall`: mean chance of remembering today, over the topic's cards."""

    topic: str
    problems: int
    solved: int
    due: int
    recalled: Share
    recall: float | None
    in_time: Share  # of the problems solved, those whose last accepted attempt kept to the target
    pace: float | None  # median over those problems of time / target


class DayCount(NamedTuple):
    day: date
    count: int  # type: ignore[assignment]  # nobody asks how often a day occurs in it


class DayActivity(NamedTuple):
    day: date
    submissions: int
    accepted: int
    reviews: int
    seconds: float


class Stats(NamedTuple):
    """Everything `drill stats` shows. `calendar` holds active days only, oldest first."""

    today: date
    due: int
    open: int
    solved: Share
    retention: Share  # reviews passed, of all reviews (first ratings are not reviews)
    retention_month: Share  # the last 30 days
    streak: int  # days in a row with a submission, up to today (or yesterday when today has none yet)
    new_today: int
    minutes_today: float
    submissions: int
    forecast: tuple[DayCount, ...]  # seven days from today; today includes what is overdue
    calendar: tuple[DayActivity, ...]
    topics: tuple[TopicStats, ...]
    slips: tuple[Slip, ...]  # the twenty most frequent


class Merged(NamedTuple):
    """What an import did: events added, those already there, sources added, kinds this version ignores."""

    added: int
    known: int
    sources: int
    unknown_kinds: tuple[str, ...]
