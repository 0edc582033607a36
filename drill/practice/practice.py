"""The learner's loop, for the command line: one object, one method a thing a learner can do.

Each method that changes something runs in one write transaction and has been committed when it returns, so
whatever the caller prints afterwards is in the log. Errors are `BadInput` and `StoreError`, a sentence with
what to do; unknown ids raise the bank's `UnknownProblem`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from drill.grading.report import Report
from drill.practice.results import (
    Aside,
    Attempt,
    Hint,
    Identified,
    Merged,
    NothingDue,
    ProblemRow,
    Recorded,
    Rerated,
    Restored,
    Revealed,
    Skipped,
    Slip,
    Started,
    Stats,
    Submission,
    Undone,
)
from drill.schedule.rating import Rating
from drill.settings import Settings

if TYPE_CHECKING:
    from drill.bank.bank import Bank
    from drill.store.log import Log


class Practice:
    """`now` is aware; `settings.zone` (None: the system's) decides which local day it falls on.

    `notices` are sentences the learner must see once: a log that was recovered, a clock that went back.
    """

    notices: tuple[str, ...]

    def __init__(self, log: Log, bank: Bank, settings: Settings, now: datetime) -> None:
        raise NotImplementedError

    @classmethod
    def open(cls, bank: Bank, settings: Settings, now: datetime) -> Practice:
        """Open (or create, migrate, recover) the log at `settings.log`."""
        raise NotImplementedError

    def close(self) -> None: ...

    # -- working on a problem ---------------------------------------------------------------------------

    def next(self, framework: str | None = None, more: bool = False) -> Started | NothingDue:
        """Resume the open attempt, else start what is due, else what is new. `more` lifts today's limits."""
        raise NotImplementedError

    def start(self, problem_id: str, framework: str | None = None) -> Started:
        """Open an attempt with a blank starter, or resume the open one without touching a file."""
        raise NotImplementedError

    def reset(self, problem_id: str) -> Started:
        """A blank starter again within the same attempt; the file is put aside."""
        raise NotImplementedError

    def restore(self, problem_id: str, which: int = 1) -> Restored:
        """Bring back the `which`-th newest put-aside file (from disk, or from the log)."""
        raise NotImplementedError

    def asides(self, problem_id: str) -> tuple[Aside, ...]:
        """Files put aside, newest first."""
        raise NotImplementedError

    def identify(self, file: Path, problem: str | None = None, framework: str | None = None) -> Identified:
        """Read a file and say what it solves: by flag, else its first line, else its name."""
        raise NotImplementedError

    def current(self) -> str | None:
        """The id of the problem that is open (the latest), for commands without an id."""
        raise NotImplementedError

    def submitted(self, report: Report, source: str, path: Path, rate: Rating | None = None) -> Recorded:
        """Record a graded submission and, when it ends the attempt, the rating and the due date."""
        raise NotImplementedError

    def ran(self, report: Report) -> None:
        """Note that the visible cases were run. Opens no attempt and counts as nothing."""
        raise NotImplementedError

    def rate(self, rating: Rating) -> Rerated:
        """Replace the last rating by the learner's own."""
        raise NotImplementedError

    # -- help ---------------------------------------------------------------------------------------------

    def hint(self, problem_id: str) -> Hint:
        """The next hint; after the last one, the last again. Starts a problem that is new or due."""
        raise NotImplementedError

    def why_opened(self, submission_id: str, case: str) -> bool:
        """Note that a hidden case was laid out for the learner. True: it counted as help."""
        raise NotImplementedError

    def opened_cases(self, problem_id: str) -> tuple[str, ...]:
        """Hidden cases that `why` opened in the current attempt; `run` includes them."""
        raise NotImplementedError

    def reveal(self, problem_id: str, framework: str | None = None) -> Revealed:
        """The reference. It gives up the problem when it is open, new or due; otherwise it is free."""
        raise NotImplementedError

    def would_give_up(self, problem_id: str) -> bool:
        """Whether `reveal` would end an attempt (so that the command can ask first)."""
        raise NotImplementedError

    def skip(self, problem_id: str | None = None) -> Skipped:
        """Not today: `next` passes the problem over until tomorrow. An open attempt stays open."""
        raise NotImplementedError

    def undo(self) -> Undone:
        """Take back the last rating or giving up; its attempt is open again, as it was before."""
        raise NotImplementedError

    # -- looking --------------------------------------------------------------------------------------------

    def rows(self) -> tuple[ProblemRow, ...]:
        """Every problem of the bank with its state, in curriculum order."""
        raise NotImplementedError

    def stats(self, weeks: int = 26) -> Stats:
        """All figures; `weeks` bounds the calendar."""
        raise NotImplementedError

    def history(self, problem_id: str | None = None, limit: int = 20) -> tuple[Attempt, ...]:
        """Attempts, newest first."""
        raise NotImplementedError

    def submission(self, ref: str | int, problem_id: str | None = None) -> Submission:
        """By id, by an unambiguous beginning of it, or by number together with the problem."""
        raise NotImplementedError

    def last_submission(self, problem_id: str | None = None) -> Submission | None:
        raise NotImplementedError

    def source(self, submission: Submission) -> str:
        """The text that was graded."""
        raise NotImplementedError

    def diff(self, older: Submission, newer: Submission) -> str:
        """A unified diff between two submissions' sources; empty when they are equal."""
        raise NotImplementedError

    def slips(self, problem_id: str) -> tuple[Slip, ...]:
        """Named mistakes made in a problem, most frequent first."""
        raise NotImplementedError

    # -- the learner's data ---------------------------------------------------------------------------------

    def export(self) -> Iterator[str]:
        """The log as JSON Lines (`drill.store.transfer` documents them); lines end in a newline."""
        raise NotImplementedError

    def merge(self, lines: Iterator[str]) -> Merged:
        """Take in an export; what is already known is not counted twice."""
        raise NotImplementedError

    def backup(self, target: Path) -> None:
        """A consistent copy of the log, also while it is in use. Refuses to overwrite."""
        raise NotImplementedError
