"""A mock interview played through with a moved clock: the problems in order, the time, the end, the schedule,
the questions. What the scorecard says of it is in test_scorecard.py."""

from __future__ import annotations

import os
import signal
from dataclasses import replace
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import pytest

from drill.bank.schema import Followup
from drill.errors import BadInput
from drill.practice.practice import Practice
from drill.practice.results import NothingDue, Started
from drill.practice.scorecard import Ended, Question, Scorecard, Standing
from drill.schedule.rating import Rating
from tests.practice.conftest import FakeBank, World, make_report
from tests.practice.test_truth import assert_equals_rebuild, drain, fork, tables

ASKS = (Followup("Why?", "Because."), Followup("And then?", "Nothing."))


@pytest.fixture
def mock(world: World) -> World:
    """45 minutes: adam-step (10, the warm-up), then batchnorm (30)."""
    world.bank = FakeBank(tuple(replace(problem, followups=ASKS) for problem in world.bank.problems))
    with world.session() as practice:
        found = practice.interview.start(45, None, 7)
    assert [(each.problem, each.warm_up) for each in found.problems] == [
        ("adam-step", True),
        ("batchnorm", False),
    ]
    return world


def standing(world: World) -> Standing:
    found = world.do("mock")
    assert isinstance(found, Standing)
    return found


def serve(world: World) -> str | NothingDue:
    answer = world.do("next")
    return answer.problem.id if isinstance(answer, Started) else answer


def end(world: World) -> Ended:
    with world.session() as practice:
        return practice.interview.end()


def questions(world: World) -> tuple[Question, ...]:
    with world.session() as practice:
        return practice.interview.questions()


def card(world: World) -> Scorecard:
    found = world.do("mocks")[-1]
    assert isinstance(found, Scorecard)
    return found


# -- the order of things ------------------------------------------------------------------------------------


def test_next_serves_its_problems_in_order(mock: World) -> None:
    assert standing(mock).at_hand == "adam-step"
    assert standing(mock).open is None, "nothing has been shown yet"
    assert serve(mock) == "adam-step"
    assert mock.do("current") == "adam-step"
    mock.later(minutes=3)
    assert serve(mock) == "adam-step", "not solved yet"
    mock.submit("adam-step", framework="torch")
    assert standing(mock).number == 2
    assert serve(mock) == "batchnorm"
    mock.submit("batchnorm")
    nothing = serve(mock)
    assert isinstance(nothing, NothingDue)
    assert (nothing.reason, nothing.todo) == ("mock over", "drill interview")


def test_skip_moves_on_without_a_rating_and_comes_back(mock: World) -> None:
    serve(mock)
    assert mock.do("skip").until is None
    mock.later(minutes=1)
    assert serve(mock) == "batchnorm"
    assert mock.do("skip").problem == "batchnorm"
    assert serve(mock) == "adam-step"
    assert mock.do("current") == "adam-step", "not the one that was opened last"
    mock.submit("adam-step", framework="torch")
    serve(mock)
    with pytest.raises(BadInput, match="batchnorm is the last problem"):
        mock.do("skip")
    assert mock.do("stats").retention.whole == 0
    assert not [row for row in mock.do("rows") if row.rating and row.id != "adam-step"]


def test_only_the_problem_at_hand_can_be_skipped(mock: World) -> None:
    with pytest.raises(BadInput, match="only the problem at hand"):
        mock.do("skip", "iou")


def test_start_goes_back_to_its_own_and_refuses_any_other(mock: World) -> None:
    serve(mock)
    for problem in ("iou", "batchnorm"):
        with pytest.raises(BadInput, match=f"A mock interview is on, so {problem} has to wait"):
            mock.start(problem)
    with pytest.raises(BadInput, match="has to wait"):
        mock.do("reset", "iou")
    mock.do("skip")
    serve(mock)
    assert mock.start("adam-step").problem.id == "adam-step"
    assert standing(mock).at_hand == "adam-step"
    assert mock.do("reset", "adam-step").problem.id == "adam-step"


def test_there_is_no_help(mock: World) -> None:
    serve(mock)
    recorded = mock.submit("adam-step", "wrong answer", framework="torch")
    for method, words in (
        ("hint", ("adam-step",)), ("hint", ("iou",)), ("reveal", ("adam-step",)),
        ("would_give_up", ("adam-step",)), ("refuse_why", ()),
        ("why_opened", (recorded.submission, "hidden")),
    ):  # fmt: skip
        with pytest.raises(BadInput, match="A mock interview has no") as caught:
            mock.do(method, *words)
        assert "drill interview --end" in caught.value.todo
    end(mock)
    assert mock.do("hint", "adam-step").level == 1


def test_a_file_of_an_earlier_attempt_is_help_too(world: World) -> None:
    world.bank = FakeBank(tuple(p for p in world.bank.problems if p.id == "iou"))
    world.solve("iou")
    world.file("iou").write_text("# drill: iou\nmine\n")
    world.later(days=40)
    with world.session() as practice:
        practice.interview.start(15, None, 1)
    assert serve(world) == "iou"
    world.file("iou").write_text("# drill: iou\nnew\n")
    with pytest.raises(BadInput, match="no files of earlier attempts"):
        world.do("restore", "iou")
    world.do("reset", "iou")
    assert not world.do("restore", "iou").counts, "put aside within the attempt"


def test_a_second_one_does_not_begin_beside_it(mock: World) -> None:
    with mock.session() as practice:
        again = practice.interview.start(30, None, 8)
    assert (again.id, again.minutes) == (standing(mock).id, 45)


# -- the clock ----------------------------------------------------------------------------------------------


def test_the_clock_runs_whatever_happens(mock: World) -> None:
    serve(mock)
    mock.later(minutes=40)
    assert standing(mock).seconds_left == 5 * 60
    mock.later(minutes=5)
    assert standing(mock).over
    nothing = serve(mock)
    assert isinstance(nothing, NothingDue)
    assert nothing.message == "Mock interview: the time is up."
    for method in ("skip", "start"):
        with pytest.raises(BadInput, match="the time is up"):
            mock.do(method, "adam-step")
    mock.later(days=3)
    assert standing(mock).seconds_left == 0
    end(mock)
    assert (card(mock).how, card(mock).seconds) == ("time", 45 * 60)


def test_a_submission_after_the_time_counts_for_the_attempt_only(mock: World) -> None:
    serve(mock)
    mock.later(minutes=45)
    mock.submit("adam-step", "wrong answer", framework="torch")
    mock.later(microseconds=1)
    recorded = mock.submit("adam-step", framework="torch")
    assert recorded.rating is Rating.GOOD
    assert end(mock) == Ended((), ())
    row = card(mock).problems[0]
    assert (row.submissions, row.late, row.solved, row.credit) == (1, 1, False, 0.5)


def test_a_clock_that_goes_back_gives_no_time(mock: World) -> None:
    serve(mock)
    mock.later(hours=-2)
    assert standing(mock).seconds_left == 45 * 60
    mock.submit("adam-step", framework="torch")
    assert standing(mock).problems[0].seconds == 0


# -- the end ------------------------------------------------------------------------------------------------


def test_what_was_tried_and_not_solved_is_given_up(mock: World) -> None:
    serve(mock)
    mock.submit("adam-step", "wrong answer", framework="torch")
    mock.later(minutes=5)
    assert end(mock) == Ended(("adam-step",), ())
    (attempt,) = mock.do("history", "adam-step")
    assert (attempt.outcome, attempt.rating) == ("gave up", Rating.AGAIN)
    assert mock.do("history", "batchnorm") == (), "never opened"
    assert card(mock).how == "asked"
    assert end(mock) == Ended((), ()), "it ends once"
    assert serve(mock) != "adam-step", "and nothing is held up any more"


def test_too_little_time_is_no_lapse(mock: World) -> None:
    serve(mock)
    mock.later(minutes=9, seconds=59)
    assert end(mock) == Ended((), ("adam-step",))
    assert mock.do("history", "adam-step")[0].outcome is None
    assert serve(mock) == "adam-step"


def test_all_of_its_minutes_without_a_submission_is_giving_up(mock: World) -> None:
    serve(mock)
    mock.later(minutes=10)
    assert end(mock) == Ended(("adam-step",), ())


def test_solved_ones_are_rated_like_any_other(mock: World) -> None:
    serve(mock)
    assert mock.submit("adam-step", framework="torch").rating is Rating.EASY
    serve(mock)
    mock.later(minutes=20)
    mock.submit("batchnorm", "wrong answer")
    assert mock.submit("batchnorm").rating is Rating.GOOD
    mock.later(minutes=60)
    assert end(mock) == Ended((), ())
    assert (card(mock).how, card(mock).seconds) == ("solved", 20 * 60)


def test_undo_reopens_what_was_given_up_and_leaves_the_scorecard(mock: World) -> None:
    serve(mock)
    mock.submit("adam-step", "wrong answer", framework="torch")
    end(mock)
    before = card(mock)
    assert mock.do("undo").gave_up
    assert mock.do("history", "adam-step")[0].outcome is None
    assert card(mock) == before
    assert serve(mock) == "adam-step"


def test_undo_of_a_rating_within_it_does_not_unsolve_it(mock: World) -> None:
    serve(mock)
    mock.submit("adam-step", framework="torch")
    mock.do("undo")
    assert standing(mock).at_hand == "batchnorm"
    assert end(mock) == Ended((), ())


def test_another_can_begin_when_it_is_finished(mock: World) -> None:
    end(mock)
    with mock.session() as practice:
        practice.interview.finish()
    assert mock.do("mock") is None
    with mock.session() as practice:
        practice.interview.start(30, None, 8)
    assert standing(mock).minutes == 30
    assert len(mock.do("mocks")) == 1


# -- the questions ------------------------------------------------------------------------------------------


def test_questions_follow_of_what_was_reached(mock: World) -> None:
    serve(mock)
    assert questions(mock) == (), "not before the end"
    end(mock)
    asked = questions(mock)
    assert [(each.number, each.of, each.problem, each.ask) for each in asked] == [
        (1, 2, "adam-step", "Why?"),
        (2, 2, "adam-step", "And then?"),
    ]


def test_each_answer_is_kept_as_it_is_given(mock: World) -> None:
    serve(mock)
    end(mock)
    first, second = questions(mock)
    with mock.session() as practice:
        practice.interview.answer(first, "so it is")
    assert [(each.number, each.given) for each in questions(mock)] == [(1, "so it is"), (2, None)]
    with mock.session() as practice:
        practice.interview.judge(first, "partly")
    assert [each.number for each in questions(mock)] == [2]
    with mock.session() as practice:
        practice.interview.answer(second, "")
        practice.interview.judge(second, "missed")
    assert questions(mock) == ()
    assert [(each.answer, each.rating) for each in card(mock).answers] == [
        ("so it is", "partly"),
        ("", "missed"),
    ]
    assert card(mock).answered == 0.25


def test_a_problem_that_left_the_bank_asks_nothing(mock: World) -> None:
    serve(mock)
    end(mock)
    mock.bank = FakeBank(tuple(p for p in mock.bank.problems if p.id != "adam-step"))
    assert questions(mock) == ()
    assert card(mock).problems[0].problem == "adam-step"


# -- the log is the truth -----------------------------------------------------------------------------------


def play(world: World) -> None:
    serve(world)
    world.later(minutes=6)
    world.do("ran", make_report("adam-step", "wrong answer", framework="torch"))
    world.submit("adam-step", "wrong answer", slips=("plus one",), framework="torch")
    world.do("skip")
    serve(world)
    world.later(minutes=50)
    end(world)
    with world.session() as practice:
        for question in practice.interview.questions()[:2]:
            practice.interview.answer(question, "because")
            practice.interview.judge(question, "good")


def test_export_wipe_import_gives_the_same_scorecards(mock: World, tmp_path: Path) -> None:
    play(mock)
    other = World(tmp_path / "other")
    other.now, other.bank = mock.now, mock.bank
    with mock.session() as here, other.session() as there:
        merged = there.merge(here.export())
        assert merged.unknown_kinds == ()
        assert there.mocks() == here.mocks()
        assert there.mock() == here.mock()
        assert there.interview.questions() == here.interview.questions()
        assert tables(there) == tables(here)
        assert_equals_rebuild(there)


def test_entries_that_make_no_sense_are_passed_over(mock: World) -> None:
    play(mock)
    with mock.session() as practice:
        log = practice._desk.log
        for kind in (
            "mock_served",
            "mock_answered",
            "mock_judged",
            "mock_skipped",
            "submitted",
            "mock_started",
        ):
            with log.write(mock.now) as tx:
                tx.db.execute("UPDATE events SET data = '{\"mock\": 7}' WHERE kind = ?", (kind,))
            practice.mock(), practice.mocks(), practice.interview.questions()
        assert practice.mocks() == ()
        assert practice.mock() is None


def test_a_kill_at_any_step_leaves_a_mock_to_go_on_with(mock: World) -> None:
    """After each step the process is killed: what the step did is there, and the next one works."""
    steps: list[Any] = [
        lambda p: p.next(), lambda p: p.skip(), lambda p: p.next(),
        lambda p: p.submitted(make_report("batchnorm", "accepted"), "x\n", mock.file("batchnorm")),
        lambda p: p.next(), lambda p: p.interview.end(),
        lambda p: p.interview.answer(p.interview.questions()[0], "so"),
        lambda p: p.interview.judge(p.interview.questions()[0], "good"),
        lambda p: p.interview.finish(),
    ]  # fmt: skip

    for step in steps:

        def killed(writing: int, step: Any = step) -> None:
            with mock.session() as practice:
                step(practice)
                events = [event.id for event in practice._desk.log.events()]
                os.write(writing, f"{len(events)}\n".encode())
                os.kill(os.getpid(), signal.SIGKILL)

        mock.later(minutes=1)
        pid, reading = fork(killed)
        (there,) = drain(reading)
        os.waitpid(pid, 0)
        with mock.session() as practice:
            assert len(list(practice._desk.log.events())) == int(there)
            assert practice._desk.log.check() == ()
    assert mock.do("mock") is None
    assert [each.solved for each in card(mock).problems] == [False, True]
    assert card(mock).answers[0].answer == "so"


def test_two_commands_at_once_end_it_once(mock: World) -> None:
    serve(mock)
    mock.submit("adam-step", "wrong answer", framework="torch")

    def ending(writing: int) -> None:
        os.write(writing, f"{len(end(mock).given_up)}\n".encode())

    children = [fork(ending) for _ in range(6)]
    assert sorted(line for _, reading in children for line in drain(reading)) == ["0"] * 5 + ["1"]
    for pid, _ in children:
        os.waitpid(pid, 0)
    with mock.session() as practice:
        assert len(list(practice._desk.log.events_of(None, "mock_ended"))) == 1


def test_nothing_is_looked_up_where_there_was_no_mock(world: World) -> None:
    with world.session() as practice:
        assert practice.mock() is practice.coding() is None
        assert practice.mocks() == ()
        assert isinstance(practice, Practice)
    assert world.now == datetime(2026, 11, 21, 9, tzinfo=timezone.utc)
