"""The rows of the derived tables: what the log amounts to, per problem, attempt, submission, rating and slip.

Days are local, as `date.toordinal()` counts them; times are UTC microseconds. `drill.practice.fold` says how
events change them, `drill.practice.tables` keeps them.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from drill.schedule.memory import DECAY, Card
from drill.schedule.rating import Rating

if TYPE_CHECKING:
    from drill.practice.results import Outcome

OPEN_ENDED = 2.0  # a reading of the clock beyond this many times the target is a learner who walked away


@dataclass(eq=False, repr=False)  # neither is used, and each takes its time to define
class AttemptRow:
    """An attempt. `review` is 1 when the problem had a card as it opened; times are UTC microseconds."""

    id: str
    problem: str
    number: int
    framework: str
    path: str
    minutes: float
    review: int
    opened: int
    day: int
    closed: int | None = None
    outcome: Outcome | None = None
    rating: int | None = None
    submissions: int = 0
    counted: int = 0
    hints: int = 0
    whys: int = 0
    restored: int = 0
    revealed: int = 0
    first_run: int | None = None

    def seconds(self, at: int) -> float:
        """Since it opened; zero when the clock went back."""
        return max(0, at - self.opened) / 1e6


@dataclass(eq=False, repr=False)  # neither is used, and each takes its time to define
class ProblemRow:
    """A problem's standing. `finished` counts attempts accepted or given up; days are ordinals."""

    problem: str
    attempts: int = 0
    submissions: int = 0
    finished: int = 0
    solved_day: int | None = None
    reviews: int = 0  # ratings of a problem that had a card
    recalled: int = 0  # of those, better than Again
    skipped_day: int | None = None
    seconds: float | None = None  # of the last accepted attempt
    minutes: float | None = None  # its target
    stability: float | None = None
    difficulty: float | None = None
    last_day: int | None = None
    due_day: int | None = None
    ratings: int = 0
    rating: int | None = None
    decay: float = DECAY  # of the card's forgetting curve

    @property
    def card(self) -> Card | None:
        if self.stability is None or self.difficulty is None or self.last_day is None:
            return None
        assert self.due_day is not None
        assert self.rating is not None
        return Card(
            self.stability,
            self.difficulty,
            self.last_day,
            self.due_day,
            self.ratings,
            Rating(self.rating),
            self.decay,
        )

    @card.setter
    def card(self, card: Card) -> None:
        self.stability, self.difficulty = card.stability, card.difficulty
        self.last_day, self.due_day = card.last_day, card.due_day
        self.ratings, self.rating = card.reviews, int(card.rating)
        self.decay = card.decay


@dataclass(eq=False, repr=False)  # neither is used, and each takes its time to define
class SubmissionRow:
    id: str
    problem: str
    number: int
    attempt: str
    at: int
    day: int
    accepted: int


@dataclass(eq=False, repr=False)  # neither is used, and each takes its time to define
class ReviewRow:
    """A rating as it was taken in. `predicted` is the chance of recall just before; None for a first one."""

    id: str
    problem: str
    attempt: str
    ord: int
    day: int
    rating: int
    predicted: float | None
    elapsed: int | None  # days since the one before
    seconds: float  # of the attempt, at most `OPEN_ENDED` times its target


@dataclass(eq=False, repr=False)  # neither is used, and each takes its time to define
class SlipRow:
    """A named mistake in a problem. `clean` counts attempts finished since without it."""

    problem: str
    name: str
    kind: str
    times: int
    first_day: int
    last_day: int
    first_attempt: str
    last_attempt: str
    clean: int = 0


TABLES: dict[type, tuple[str, str]] = {  # table and primary key of each kind of row
    ProblemRow: ("problems", "problem"),
    AttemptRow: ("attempts", "id"),
    SubmissionRow: ("submissions", "id"),
    ReviewRow: ("reviews", "id"),
    SlipRow: ("slips", "problem, name"),
}
COLUMNS = {kind: tuple(f.name for f in fields(kind)) for kind in TABLES}


def names(kind: type) -> str:
    """The columns of a kind of row, in the order of its fields."""
    return ", ".join(COLUMNS[kind])
