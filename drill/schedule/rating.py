"""From the evidence of one attempt to a rating: the table of the design, and nothing else.

| evidence in this attempt                                            | rating |
|----------------------------------------------------------------------|--------|
| first submission accepted, no help, within the problem's minutes      | Easy   |
| accepted by the second submission, no help                            | Good   |
| accepted with more submissions, or with a hint or `why`               | Hard   |
| gave up, or the solution was revealed (also when passed afterwards)   | Again  |

The clock decides only between Easy and Good: a learner may have walked away.
"""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple


class Rating(IntEnum):
    """FSRS's four ratings, with its numbers."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4

    @property
    def word(self) -> str:
        return self.name.lower()


class Evidence(NamedTuple):
    """What happened in an attempt up to and including the accepted submission (or the giving up).

    `submissions` leaves out compile errors and internal errors; `opened` counts cases shown by `why`,
    `restored` files of earlier attempts brought back; `seconds` is wall clock since the attempt opened.
    """

    submissions: int
    hints: int
    opened: int
    restored: int
    revealed: bool
    seconds: float
    minutes: float

    @property
    def helps(self) -> list[str]:
        """Each kind of help with its number, in words."""
        counts = ((self.hints, "hint"), (self.opened, "opened case"), (self.restored, "earlier solution"))
        return [f"{number} {noun}" + "s" * (number > 1) for number, noun in counts if number]


class Judged(NamedTuple):
    """A rating and the reason to show beside it."""

    rating: Rating
    why: str


def judge(evidence: Evidence) -> Judged:
    """The rating that the evidence of a finished attempt deserves."""
    if evidence.revealed:
        return Judged(Rating.AGAIN, "the solution was shown")
    if evidence.helps:
        return Judged(Rating.HARD, f"accepted with help: {', '.join(evidence.helps)}")
    if evidence.submissions > 2:
        return Judged(Rating.HARD, f"accepted by submission {evidence.submissions}")
    if evidence.submissions == 2:
        return Judged(Rating.GOOD, "accepted by the second submission, without help")
    if evidence.seconds > evidence.minutes * 60:
        return Judged(Rating.GOOD, f"accepted at once, in more than {evidence.minutes:g} minutes")
    return Judged(Rating.EASY, f"accepted at once, within {evidence.minutes:g} minutes")
