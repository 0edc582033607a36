"""From events to state: what one problem's log amounts to, as plain objects in memory.

`State` is folded event by event; a row of it per problem, attempt, submission, review and slip is kept in the
derived tables (`drill.practice.tables`). Nothing here reads a clock, a bank or a file, so folding the whole
log again gives the same state.

Kinds and their data (a kind that is not listed changes no state):

    opened      framework, path, minutes, how        the attempt's own id is the event's
    switched    framework, path                      the same attempt in the other framework
    submitted   framework, device, verdict, seed, bank, versions, passed, cases, failed, visible_failed (how
                many of those are visible), slips[[kind, name]], source, path, seconds, isolated
    rated       rating, evidence, why, retention, with (ids of the accepted submission, or of what gave up: an
                undo takes them back too), accepted; day (only when a rating of an earlier day is replaced)
    hinted      level                                why_opened  submission, case
    ran         verdict, passed, cases, blank        revealed    framework
    gave_up     -                                    skipped     -
    put_aside   path, to, source                     restored    path, to, source, earlier
    reset       path
    internal_error   as submitted: a grading that failed by a fault of drill's own
    undone      events                               the ids it takes back

Without a problem, and documented where they are read: planned, unplanned (`drill.practice.plans`), parameters
(`drill.practice.parameters`), mock_started to mock_finished (`drill.practice.mocks`).

What was undone is left out of the fold, except a submission, which stays in the history but no longer counts
in its attempt, and that the solution was shown: nobody can unsee it.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from drill.practice.rows import OPEN_ENDED, AttemptRow, ProblemRow, ReviewRow, SlipRow, SubmissionRow
from drill.schedule.memory import recall, review
from drill.schedule.rating import Rating
from drill.store.event import Event

if TYPE_CHECKING:
    from drill.practice.results import Outcome

KINDS = frozenset(
    (
        *("opened", "switched", "submitted", "internal_error", "rated", "hinted", "why_opened", "ran"),
        *("revealed", "gave_up", "skipped", "put_aside", "restored", "reset", "undone"),
        *("planned", "unplanned", "parameters"),
        *("mock_started", "mock_served", "mock_skipped", "mock_ended"),
        *("mock_answered", "mock_judged", "mock_finished"),
    )
)
LASTING = frozenset({"submitted", "revealed"})  # an undo does not make them unhappen
NOT_EVIDENCE = frozenset({"compile error", "internal error"})
SUBMITTED = frozenset(
    {
        *("framework", "device", "verdict", "seed", "bank", "versions", "passed", "cases", "failed", "slips"),
        *("source", "path"),
    }
)
MOST_HINTS = 99


@dataclass(eq=False, repr=False)  # neither is used, and each takes its time to define
class State:
    """One problem. `attempts` may hold only those an event can touch: `open` and the event's own."""

    problem: ProblemRow
    attempts: dict[str, AttemptRow] = field(default_factory=dict)
    open: AttemptRow | None = None
    slips: dict[str, SlipRow] = field(default_factory=dict)
    submissions: list[SubmissionRow] = field(default_factory=list)  # new in this fold
    reviews: list[ReviewRow] = field(default_factory=list)  # new in this fold
    parameters: tuple[float, ...] | None = None  # of the memory model; None: FSRS's defaults

    def take(self, event: Event, undone: bool = False) -> None:
        """Fold one event of this problem in; `undone` when a later one takes it back."""
        if undone and event.kind not in LASTING:
            return
        attempt = self.attempts.get(event.attempt or "")
        match event.kind:
            case "opened":
                self._opened(event)
            case "skipped":
                self.problem.skipped_day = event.day
            case "submitted":
                self._submitted(event, attempt, undone)
            case "rated" if attempt:
                self._rated(event, attempt)
            case "gave_up" if attempt and attempt.closed is None:
                self._close(attempt, event, "gave up")
            case _ if attempt:
                _note(event, attempt)

    def _opened(self, event: Event) -> None:
        if self.open is not None:
            self.open.closed, self.open.outcome = event.at, "superseded"
        self.problem.attempts += 1
        self.open = self.attempts[event.id] = AttemptRow(
            id=event.id,
            problem=self.problem.problem,
            number=self.problem.attempts,
            framework=str(event.data["framework"]),
            path=str(event.data.get("path") or ""),
            minutes=float(event.data["minutes"]),
            review=int(self.problem.card is not None),
            opened=event.at,
            day=event.day,
        )

    def _submitted(self, event: Event, attempt: AttemptRow | None, undone: bool) -> None:
        data, verdict = event.data, event.data["verdict"]
        if not data.keys() >= SUBMITTED:
            raise KeyError("not all that a submission says")
        self.problem.submissions += 1
        number, accepted = self.problem.submissions, int(verdict == "accepted")
        self.submissions.append(
            SubmissionRow(
                event.id, self.problem.problem, number, event.attempt or "", event.at, event.day, accepted
            )
        )
        for kind, name in data["slips"]:
            self._slipped(event, str(kind), str(name))
        if attempt is None:
            return
        attempt.submissions += 1
        if undone or attempt.closed is not None:
            return
        attempt.counted += verdict not in NOT_EVIDENCE
        if accepted:
            self._close(attempt, event, "accepted")

    def _slipped(self, event: Event, kind: str, name: str) -> None:
        attempt = event.attempt or ""
        slip = self.slips.setdefault(
            name, SlipRow(self.problem.problem, name, kind, 0, event.day, event.day, attempt, attempt)
        )
        slip.times, slip.last_day, slip.last_attempt, slip.clean = slip.times + 1, event.day, attempt, 0

    def _close(self, attempt: AttemptRow, event: Event, outcome: Outcome) -> None:
        attempt.closed, attempt.outcome = event.at, outcome
        self.open = None if attempt is self.open else self.open
        problem = self.problem
        problem.finished += 1
        for slip in self.slips.values():
            slip.clean += slip.last_attempt != attempt.id
        if outcome == "accepted":
            problem.seconds, problem.minutes = attempt.seconds(event.at), attempt.minutes
            if problem.solved_day is None:
                problem.solved_day = event.day

    def _rated(self, event: Event, attempt: AttemptRow) -> None:
        if attempt.outcome not in ("accepted", "gave up"):
            self._close(attempt, event, "accepted" if event.data["accepted"] else "gave up")
        rating, before = Rating[event.data["rating"].upper()], self.problem.card
        day = event.data.get("day", event.day)
        after = review(before, rating, day, event.data["retention"], self.problem.problem, self.parameters)
        elapsed = max(0, day - before.last_day) if before else None
        self.reviews.append(
            ReviewRow(
                id=event.id,
                problem=self.problem.problem,
                attempt=attempt.id,
                ord=event.ord,
                day=day,
                rating=int(rating),
                predicted=recall(before.stability, elapsed or 0, before.decay) if before else None,
                elapsed=elapsed,
                seconds=min(attempt.seconds(event.at), OPEN_ENDED * 60 * attempt.minutes),
            )
        )
        if before:
            self.problem.reviews += 1
            self.problem.recalled += rating > Rating.AGAIN
        self.problem.card = after
        attempt.rating = int(rating)


def _note(event: Event, attempt: AttemptRow) -> None:
    """What leaves the attempt open: help, runs, files. Help after the end is free."""
    match event.kind:
        case "switched":
            attempt.framework, attempt.path = str(event.data["framework"]), str(event.data["path"])
        case "ran" if attempt.first_run is None:
            attempt.first_run = event.at
        case "hinted":
            attempt.hints = max(attempt.hints, min(int(event.data["level"]), MOST_HINTS))
        case "why_opened" if attempt.closed is None:
            attempt.whys += 1
        case "restored" if attempt.closed is None:
            attempt.restored += bool(event.data["earlier"])
        case "revealed" if attempt.closed is None:
            attempt.revealed = 1


def fold(
    problem: str,
    events: Iterable[Event],
    undone: frozenset[str],
    parameters: tuple[float, ...] | None = None,
) -> State:
    """A problem's state from all of its events, in the order in which they count.

    An event whose data make no sense (a recovered one, an edited import) is passed over: one bad entry must
    not close the whole log.
    """
    state = State(ProblemRow(problem), parameters=parameters)
    for event in events:
        with suppress(LookupError, TypeError, ValueError, AttributeError, ArithmeticError):
            state.take(event, event.id in undone)
    return state
