"""The learner's loop, for the command line: one object, one method a thing a learner can do.

Each method that changes something runs in one write transaction and has been committed when it returns, so
whatever the caller prints afterwards is in the log. Errors are `BadInput` and `StoreError`, a sentence with
what to do; unknown ids raise the bank's `UnknownProblem`.

Each method imports the module it calls: a command starts in the time of what it uses, not of all there is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from drill.practice.desk import Desk, clock_notices, local

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime
    from pathlib import Path

    from drill.bank.bank import Bank
    from drill.bank.schema import Problem
    from drill.bank.tracks import Track
    from drill.grading.report import Report
    from drill.practice.evidence import Calibration, Optimized
    from drill.practice.interviewing import Interview
    from drill.practice.overview import Overview
    from drill.practice.planning import PlanView
    from drill.practice.plans import StoredPlan
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
    from drill.practice.scorecard import Scorecard, Standing
    from drill.practice.waiting import Waiting
    from drill.schedule.rating import Rating
    from drill.settings import Settings
    from drill.store.log import Log


class Practice:
    """`now` is aware; `settings.zone` (None: the system's) decides which local day it falls on.

    `notices` are sentences the learner must see once: a log that was recovered, a clock that went back.
    """

    notices: tuple[str, ...]

    def __init__(self, log: Log, bank: Bank, settings: Settings, now: datetime) -> None:
        self._desk = Desk(log, bank, settings, local(now, settings))
        self.notices = (*log.notices, *clock_notices(self._desk))

    @classmethod
    def open(cls, bank: Bank, settings: Settings, now: datetime) -> Practice:
        """Open (or create, migrate, recover) the log at `settings.log`."""
        from drill.practice.tables import Tables
        from drill.store.log import Log

        return cls(Log(settings.log, local(now, settings), Tables()), bank, settings, now)

    def close(self) -> None:
        self._desk.log.close()

    # -- working on a problem ---------------------------------------------------------------------------

    def next(self, framework: str | None = None, more: bool = False) -> Started | NothingDue:
        """Resume the open attempt, else start what is due, else what is new. `more` lifts today's limits."""
        from drill.practice import choosing, opening
        from drill.practice.results import NothingDue

        mock = self.coding()
        if mock is not None:
            from drill.practice import interviewing

            return interviewing.serve(self._desk, mock, framework)
        choice = choosing.choose(self._desk, more)
        if isinstance(choice, NothingDue):
            return choice
        return opening.begin(self._desk, self._problem(choice.problem), framework, choice.reason)

    def start(self, problem_id: str, framework: str | None = None) -> Started:
        """Open an attempt with a blank starter, or resume the open one without touching a file."""
        from drill.practice import opening

        problem = self._problem(problem_id)
        mock = self.coding()
        if mock is not None:
            from drill.practice import interviewing

            return interviewing.begin_asked(self._desk, mock, problem_id, framework)
        return opening.begin(self._desk, problem, framework, "asked")

    def reset(self, problem_id: str) -> Started:
        """A blank starter again within the same attempt, else a new attempt; the file is put aside."""
        attempt = self._desk.open_attempt(problem_id)
        if attempt is None:
            return self.start(problem_id)
        from drill.practice import opening

        return opening.reset(self._desk, self._problem(problem_id), attempt)

    def restore(self, problem_id: str, which: int = 1) -> Restored:
        """Bring back the `which`-th newest put-aside file (from disk, or from the log)."""
        from drill.practice import aside

        return aside.restore(self._desk, self._problem(problem_id), which)

    def asides(self, problem_id: str) -> tuple[Aside, ...]:
        """Files put aside, newest first."""
        from drill.practice import aside

        return aside.asides(self._desk, problem_id)

    def identify(self, file: Path, problem: str | None = None, framework: str | None = None) -> Identified:
        """Read a file and say what it solves: by flag, else its first line, else its name."""
        from drill.practice import identifying

        return identifying.identify(self._desk.bank, self._desk.settings, file, problem, framework)

    def current(self) -> str | None:
        """The id of the problem that is open (the latest, or the one at hand in a mock interview), for
        commands without an id."""
        from drill.practice import identifying

        mock = self.coding()
        if mock is not None and mock.open is not None:
            return mock.open.problem
        return identifying.current(self._desk)

    def file(self, problem_id: str) -> Path:
        """Where the learner works on a problem, whether or not the file is there."""
        return self._desk.file_of(self._problem(problem_id), self._desk.open_attempt(problem_id))

    def submitted(self, report: Report, source: str, path: Path, rate: Rating | None = None) -> Recorded:
        """Record a graded submission and, when it ends the attempt, the rating and the due date."""
        from drill.practice import recording

        return recording.submitted(self._desk, report, source, path, rate)

    def ran(self, report: Report) -> None:
        """Note that the visible cases were run. Opens no attempt and counts as nothing."""
        from drill.practice import recording

        recording.ran(self._desk, report)

    def rate(self, rating: Rating) -> Rerated:
        """Replace the last rating by the learner's own."""
        from drill.practice import recording

        return recording.rerate(self._desk, rating)

    # -- help ---------------------------------------------------------------------------------------------

    def hint(self, problem_id: str) -> Hint:
        """The next hint; after the last one, the last again. Starts a problem that is new or due."""
        from drill.practice import help

        return help.hint(self._desk, self._problem(problem_id))

    def why_opened(self, submission_id: str, case: str) -> bool:
        """Note that a hidden case was laid out for the learner. True: it counted as help."""
        from drill.practice import help

        return help.why_opened(self._desk, submission_id, case)

    def refuse_why(self) -> None:
        """Raises BadInput in a mock interview, before anything is graded."""
        from drill.practice import help

        help.refuse_why(self._desk)

    def opened_cases(self, problem_id: str) -> tuple[str, ...]:
        """Hidden cases that `why` opened in the current attempt; `run` includes them."""
        from drill.practice import help

        return help.opened_cases(self._desk, problem_id)

    def reveal(self, problem_id: str, framework: str | None = None) -> Revealed:
        """The reference. It gives up the problem when it is open, new or due; otherwise it is free."""
        from drill.practice import help

        return help.reveal(self._desk, self._problem(problem_id), framework)

    def would_give_up(self, problem_id: str) -> bool:
        """Whether `reveal` would end an attempt (so that the command can ask first)."""
        from drill.practice import help

        return help.would_give_up(self._desk, problem_id)

    def would_rate(self, problem_id: str) -> bool:
        """Whether solving the problem now would be rated."""
        return self._desk.would_rate(problem_id)

    def skip(self, problem_id: str | None = None) -> Skipped:
        """Not today: `next` passes the problem over until tomorrow. An open attempt stays open."""
        from drill.practice import help, identifying

        mock = self.coding()
        if mock is not None:
            from drill.practice import interviewing

            return interviewing.skip(self._desk, mock, problem_id)
        chosen = self._desk.summary(problem_id).id if problem_id else identifying.opened(self._desk)
        return help.skip(self._desk, chosen)

    def undo(self) -> Undone:
        """Take back the last rating or giving up; its attempt is open again, as it was before."""
        from drill.practice import recording

        return recording.undo(self._desk)

    # -- mock interviews ------------------------------------------------------------------------------------

    def mock(self) -> Standing | None:
        """Where the latest mock interview stands, until it is finished. None when there is none."""
        from drill.practice import mocks

        last = mocks.last(self._desk)
        if last is None or last.finished:
            return None
        from drill.practice import interviewing

        return interviewing.standing(self._desk, last)

    def coding(self) -> Standing | None:
        """The mock interview that is on: until its coding is ended, though the time may be up."""
        mock = self.mock()
        return None if mock is None or mock.ended else mock

    @property
    def interview(self) -> Interview:
        """Its beginning, its end and the questions after it."""
        from drill.practice.interviewing import Interview

        return Interview(self._desk)

    def mocks(self) -> tuple[Scorecard, ...]:
        """The scorecards of all mock interviews whose coding has ended, oldest first."""
        from drill.practice import interviewing

        return interviewing.scorecards(self._desk)

    # -- the plan -----------------------------------------------------------------------------------------

    def make_plan(self, by: date, minutes: float, track: Track) -> PlanView:
        """Plan towards a date, from today on; takes the place of an earlier plan."""
        from drill.practice import planning

        return planning.make(self._desk, by, minutes, track)

    def plan(self) -> PlanView | None:
        """The plan that holds, fitted to what has happened; None when there is none or its date has come."""
        from drill.practice import planning, plans

        plan = plans.current(self._desk)
        return None if plan is None else planning.view(self._desk, plan)

    def last_plan(self) -> StoredPlan | None:
        """The last plan as it is in the log, also after its date; None when there is none or it was ended."""
        from drill.practice import plans

        return plans.stored(self._desk)

    def end_plan(self) -> StoredPlan | None:
        """End the plan; the one that was ended."""
        from drill.practice import plans

        return plans.end(self._desk)

    def waiting(self) -> Waiting:
        """What today asks for, at a glance."""
        from drill.practice import waiting

        return waiting.waiting(self._desk)

    # -- the memory model -----------------------------------------------------------------------------------

    def calibration(self) -> Calibration:
        """How well the memory model, and others, foretell this log's reviews."""
        from drill.practice import evidence

        return evidence.calibration(self._desk)

    def optimize(self) -> Optimized:
        """Fit the memory model to the log; adopted only if better on a later part held back."""
        from drill.practice import evidence

        return evidence.optimize(self._desk)

    def use_default_parameters(self) -> bool:
        """Back to FSRS's own parameters; False when those were in use."""
        from drill.practice import evidence

        return evidence.use_defaults(self._desk)

    # -- looking --------------------------------------------------------------------------------------------

    def rows(self) -> tuple[ProblemRow, ...]:
        """Every problem of the bank with its state, in curriculum order."""
        from drill.practice import figures

        return figures.rows(self._desk)

    def stats(self, weeks: int = 26) -> Stats:
        """All figures; `weeks` bounds the calendar."""
        from drill.practice import figures

        return figures.stats(self._desk, weeks)

    def overview(self) -> Overview:
        """All figures, and how each came to be over time: for `drill report`."""
        from drill.practice import overview

        return overview.overview(self._desk)

    def history(self, problem_id: str | None = None, limit: int = 20) -> tuple[Attempt, ...]:
        """Attempts, newest first."""
        from drill.practice import past

        return past.history(self._desk, problem_id, limit)

    def submission(self, ref: str | int, problem_id: str | None = None) -> Submission:
        """By id, by an unambiguous beginning of it, or by number together with the problem."""
        from drill.practice import past

        return past.find(self._desk, ref, problem_id)

    def last_submission(self, problem_id: str | None = None) -> Submission | None:
        from drill.practice import past

        return past.last(self._desk, problem_id)

    def source(self, submission: Submission) -> str:
        """The text that was graded."""
        from drill.practice import past

        return past.source(self._desk, submission)

    def diff(self, older: Submission, newer: Submission) -> str:
        """A unified diff between two submissions' sources; empty when they are equal."""
        from drill.practice import past

        return past.diff(self._desk, older, newer)

    def slips(self, problem_id: str) -> tuple[Slip, ...]:
        """Named mistakes made in a problem, most frequent first."""
        from drill.practice import past

        return past.slips(self._desk, problem_id)

    # -- the learner's data ---------------------------------------------------------------------------------

    def export(self) -> Iterator[str]:
        """The log as JSON Lines (`drill.store.transfer` documents them); lines end in a newline."""
        from drill.store import transfer

        return transfer.export(self._desk.log, self._desk.now)

    def merge(self, lines: Iterator[str]) -> Merged:
        """Take in an export; what is already known is not counted twice."""
        from drill.practice.fold import KINDS
        from drill.practice.results import Merged
        from drill.store import transfer

        with self._desk.log.write(self._desk.now) as tx:
            taken = transfer.merge(tx, lines)
            if taken.added:
                tx.rebuild()
        unknown = tuple(sorted(taken.kinds - KINDS))
        return Merged(taken.added, taken.known, taken.sources, unknown)

    def check(self) -> tuple[str, ...]:
        """What is wrong with the log's file; empty when it is sound. Reads all of it."""
        return self._desk.log.check()

    def backup(self, target: Path) -> None:
        """A consistent copy of the log, also while it is in use. Refuses to overwrite."""
        from drill.store import transfer

        transfer.backup(self._desk.log, target)

    def _problem(self, problem_id: str) -> Problem:
        return self._desk.bank.get(problem_id)
