"""A mock interview from its drawing to its scorecard: what each step does to the log.

The coding ends once, with `mock_ended`: only then is anything rated that was not solved. After it the mock
holds nothing up; its questions wait until they are answered or left.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from random import Random
from typing import TYPE_CHECKING

from drill.bank.schema import BankErrors, UnknownProblem
from drill.errors import BadInput
from drill.practice import mocks
from drill.practice.desk import Desk
from drill.practice.drawing import candidates, draw
from drill.practice.mocks import LEAST_MINUTES, MOST_MINUTES, Drawn, How, Judgement, Mock
from drill.practice.noticing import noticed
from drill.practice.opening import begin
from drill.practice.recording import append_rating
from drill.practice.results import NothingDue, Skipped, Started
from drill.practice.rows import AttemptRow
from drill.practice.scorecard import (
    Course,
    Ended,
    MockProblem,
    Question,
    Scorecard,
    Standing,
    answers,
    course,
    ended_at,
    row,
    scorecard,
)
from drill.schedule.rating import Judged, Rating
from drill.store.event import from_micros, to_micros
from drill.store.log import LAST_ORD, Writer

if TYPE_CHECKING:
    from drill.bank.tracks import Track


# -- where it stands ----------------------------------------------------------------------------------------


def standing(desk: Desk, mock: Mock) -> Standing:
    """Where a mock stands now."""
    rows = tuple(map(row, _courses(desk, mock)))
    found = Standing(
        id=mock.id,
        started=from_micros(mock.at),
        deadline=from_micros(mock.deadline),
        minutes=mock.minutes,
        track=mock.track,
        seconds_left=0,
        at_hand=_at_hand(mock, rows),
        problems=rows,
        ended=mock.ended is not None,
        over=True,
    )
    return found.at(desk.now)


def scorecards(desk: Desk) -> tuple[Scorecard, ...]:
    """Of all mocks whose coding has ended, oldest first."""
    with desk.log.reading():
        return tuple(_scorecard(desk, mock) for mock in mocks.ended(desk))


def _scorecard(desk: Desk, mock: Mock) -> Scorecard:
    courses = _courses(desk, mock)
    seconds = (ended_at(mock, courses) - mock.at) / 1e6
    return scorecard(mock, courses, noticed(courses, seconds))


def _courses(desk: Desk, mock: Mock) -> list[Course]:
    return [_course(desk, mock, drawn) for drawn in mock.drawn]


def _course(desk: Desk, mock: Mock, drawn: Drawn) -> Course:
    before = mock.ended.ord if mock.ended else LAST_ORD
    events = desk.log.events_of(drawn.problem, "submitted", "ran", since=mock.ord, before=before)
    found = course(mock, drawn, list(events), to_micros(desk.now))
    attempts = {each.attempt for each in found.submissions}
    first = desk.log.rows("SELECT name, first_attempt FROM slips WHERE problem = ?", (drawn.problem,))
    return found._replace(old_slips=frozenset(name for name, attempt in first if attempt not in attempts))


def _at_hand(mock: Mock, rows: Sequence[MockProblem]) -> str | None:
    """The problem served last, while it is neither solved nor put off; else the next unsolved one after it,
    in a circle."""
    order = [each.problem for each in rows]
    unsolved = {each.problem for each in rows if not each.solved}
    last = mock.moves[-1] if mock.moves else None
    here = last.data.get("problem") if last else None
    if here not in order:
        here, last = order[-1], None
    if last is not None and last.kind == mocks.SERVED and here in unsolved:
        return here
    after = order.index(here) + 1
    return next((each for each in order[after:] + order[:after] if each in unsolved), None)


# -- the coding ---------------------------------------------------------------------------------------------


def _none(there: int, minutes: float, track: Track | None) -> str:
    of = f"the track {track.name}" if track else "the bank"
    if there:
        return f"None of {of}'s problems that are left fits into {minutes:g} minutes."
    return f"No problem of {of} is left for a mock: each is open, or was seen today."


def serve(desk: Desk, found: Standing, framework: str | None) -> Started | NothingDue:
    """The problem at hand, its attempt begun or resumed."""
    if found.over or found.at_hand is None:
        return NothingDue("mock over", _why_over(found), "drill interview")
    return _serve(desk, found, found.at_hand, framework)


def _why_over(found: Standing) -> str:
    why = "the time is up" if found.time_is_up else "all problems are solved"
    return f"Mock interview: {why}."


def begin_asked(desk: Desk, found: Standing, problem_id: str, framework: str | None) -> Started:
    """Back to a problem of the mock. Raises BadInput for any other, and for one whose turn has not come."""
    if found.over:
        raise BadInput(_why_over(found), "drill interview")
    if not any(each.problem == problem_id and each.given and not each.solved for each in found.problems):
        raise BadInput(
            f"A mock interview is on, so {problem_id} has to wait.", "drill next, or drill interview --end"
        )
    return _serve(desk, found, problem_id, framework)


def _serve(desk: Desk, found: Standing, problem_id: str, framework: str | None) -> Started:
    """Noted first: from then on the problem's time runs, whatever happens to this command."""
    with desk.log.write(desk.now) as tx:
        mock = mocks.last(desk)
        moves = mock.moves if mock else ()
        if not moves or moves[-1].kind != mocks.SERVED or moves[-1].data.get("problem") != problem_id:
            tx.append(mocks.SERVED, None, None, {"mock": found.id, "problem": problem_id})
    return begin(desk, desk.bank.get(problem_id), framework, "mock")


def skip(desk: Desk, found: Standing, problem_id: str | None) -> Skipped:
    """On to the next problem of the mock, without a rating."""
    if found.over:
        raise BadInput(_why_over(found), "drill interview")
    here = found.at_hand if problem_id is None else problem_id
    if here is None or here != found.at_hand:
        raise BadInput("In a mock interview only the problem at hand can be skipped.", "drill interview")
    if sum(not each.solved for each in found.problems) == 1:
        raise BadInput(
            f"{here} is the last problem of the mock interview.", "To end it: drill interview --end"
        )
    with desk.log.write(desk.now) as tx:
        tx.append(mocks.SKIPPED, None, None, {"mock": found.id, "problem": here})
    return Skipped(here, None)


def _had_its_chance(found: MockProblem) -> bool:
    """A submission, or all of its minutes. That the time ran out says nothing of what is remembered."""
    return found.submissions > 0 or found.seconds >= 60 * found.minutes


def _give_up(desk: Desk, tx: Writer, attempt: AttemptRow) -> None:
    event = tx.append("gave_up", attempt.problem, attempt.id)
    judged = Judged(Rating.AGAIN, "not solved in the mock interview")
    append_rating(desk, tx, attempt, Rating.AGAIN, judged, [event])


# -- the questions ------------------------------------------------------------------------------------------


def _questions_of(desk: Desk, mock: Mock, problem_id: str) -> list[Question]:
    """None for a problem that the bank no longer has."""
    with suppress(UnknownProblem, BankErrors):
        problem = desk.bank.get(problem_id)
        return [
            Question(mock.id, 0, 0, problem_id, each.ask, each.answer, None) for each in problem.followups
        ]
    return []


# -- from the beginning to the end --------------------------------------------------------------------------


class Interview:
    """The steps of the latest mock interview, but for those that `next`, `start` and `skip` are."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def start(self, minutes: float, track: Track | None, seed: int) -> Standing:
        """Draw the problems and start the clock."""
        if not LEAST_MINUTES <= minutes <= MOST_MINUTES:
            raise BadInput(
                f"A mock interview of {minutes:g} minutes makes no sense.",
                f"Give a number from {LEAST_MINUTES} to {MOST_MINUTES}: --minutes 45",
            )
        there = candidates(self._desk, track)
        drawn = draw(there, minutes, Random(seed))
        if not drawn:
            raise BadInput(
                _none(len(there), minutes, track), "Try another --track, or tomorrow; until then: drill next"
            )
        problems = [each._asdict() for each in drawn]
        data = {"minutes": minutes, "track": track.name if track else "", "seed": seed, "problems": problems}
        with self._desk.log.write(self._desk.now) as tx:
            running = mocks.last(self._desk)
            if running is None or running.finished:
                tx.append(mocks.STARTED, None, None, data)
                running = mocks.last(self._desk)
        assert running is not None
        return standing(self._desk, running)

    def end(self) -> Ended:
        """End the coding. What was tried and not solved counts as given up."""
        given_up, left_open = list[str](), list[str]()
        with self._desk.log.write(self._desk.now) as tx:
            mock = mocks.coding(self._desk)
            if mock is None:
                return Ended((), ())
            found = standing(self._desk, mock)
            how: How = "asked"
            if found.over:
                how = "time" if found.time_is_up else "solved"
            for each in found.problems:
                attempt = self._desk.open_attempt(each.problem)
                if attempt is None or each.solved:
                    continue
                if _had_its_chance(each):
                    _give_up(self._desk, tx, attempt)
                    given_up.append(each.problem)
                else:
                    left_open.append(each.problem)
            tx.append(mocks.ENDED, None, None, {"mock": mock.id, "how": how})
        return Ended(tuple(given_up), tuple(left_open))

    def questions(self) -> tuple[Question, ...]:
        """Those of the problems that were reached, in order, but for the ones answered and judged."""
        mock = mocks.last(self._desk)
        if mock is None or mock.ended is None or mock.finished:
            return ()
        given = {(each.problem, each.ask): each for each in answers(mock)}
        asked = list[Question]()
        for each in _courses(self._desk, mock):
            if each.stretches or each.submissions:
                asked += _questions_of(self._desk, mock, each.drawn.problem)
        open_ = []
        for number, question in enumerate(asked, 1):
            answer = given.get((question.problem, question.ask))
            if answer is None or answer.rating is None:
                said = answer.answer if answer else None
                open_.append(question._replace(number=number, of=len(asked), given=said))
        return tuple(open_)

    def answer(self, question: Question, text: str) -> None:
        data = {"mock": question.mock, "problem": question.problem, "ask": question.ask, "answer": text}
        with self._desk.log.write(self._desk.now) as tx:
            tx.append(mocks.ANSWERED, None, None, data)

    def judge(self, question: Question, rating: Judgement) -> None:
        data = {"mock": question.mock, "problem": question.problem, "ask": question.ask, "rating": rating}
        with self._desk.log.write(self._desk.now) as tx:
            tx.append(mocks.JUDGED, None, None, data)

    def finish(self) -> None:
        """No more questions, answered or not."""
        with self._desk.log.write(self._desk.now) as tx:
            mock = mocks.last(self._desk)
            if mock is not None and mock.ended and not mock.finished:
                tx.append(mocks.FINISHED, None, None, {"mock": mock.id})
