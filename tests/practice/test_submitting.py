"""Submissions, ratings, help, giving up, undoing."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from drill.errors import BadInput
from drill.practice.results import Recorded
from drill.schedule.rating import Rating
from tests.practice.conftest import World, make_report


def test_solved_at_once(world: World) -> None:
    world.start("iou")
    world.later(minutes=9)
    recorded = world.submit("iou")
    assert (recorded.rating, recorded.evidence, recorded.overridden) == (Rating.EASY, Rating.EASY, False)
    assert (recorded.number, recorded.counted, recorded.attempt_number) == (1, 1, 1)
    assert recorded.seconds == 540
    assert recorded.days == 9  # 8, and a day of spread
    assert recorded.due == datetime(2026, 11, 30, tzinfo=timezone.utc)


def test_the_clock_decides_only_between_easy_and_good(world: World) -> None:
    world.start("iou")
    world.later(hours=20)
    assert world.submit("iou").rating is Rating.GOOD
    world.start("nms")
    world.later(hours=20)
    world.submit("nms", "wrong answer")
    assert world.submit("nms").rating is Rating.GOOD


def test_nothing_is_rated_before_it_is_accepted(world: World) -> None:
    world.start("iou")
    for verdict in ("wrong answer", "run-time error", "time limit exceeded", "rule violation"):
        recorded = world.submit("iou", verdict)
        assert (recorded.rating, recorded.due, recorded.why) == (None, None, "Not accepted yet.")
    assert recorded.counted == 4
    assert world.submit("iou").rating is Rating.HARD


def test_compile_errors_do_not_count(world: World) -> None:
    world.start("iou")
    for _ in range(5):
        recorded = world.submit("iou", "compile error")
        assert recorded.counted == 0
        assert "does not count" in recorded.why
    assert world.submit("iou").rating is Rating.EASY


def test_an_internal_error_is_recorded_apart(world: World) -> None:
    recorded = world.submit("iou", "internal error")
    assert (recorded.number, recorded.attempt, recorded.rating) == (0, "", None)
    assert "not your code" in recorded.why
    assert world.do("history") == ()
    stats = world.do("stats")
    assert (stats.submissions, stats.streak) == (0, 0)
    assert world.do("submission", recorded.submission).verdict == "internal error"
    assert world.submit("iou").rating is Rating.EASY


def test_after_acceptance_nothing_is_rated(world: World) -> None:
    due = world.solve("iou").due
    world.later(days=1)
    for verdict in ("accepted", "wrong answer"):
        recorded = world.submit("iou", verdict)
        assert recorded.rating is None
        assert recorded.why.startswith("Already accepted on 2026-11-21")
    (row,) = (r for r in world.do("rows") if r.id == "iou")
    assert (row.due, row.attempts, row.rating) == (due, 1, Rating.EASY)


def test_a_file_never_started_opens_its_attempt(world: World, tmp_path: Path) -> None:
    file = tmp_path / "elsewhere.py"
    file.write_text("def f(x): return 1\n")
    report = make_report("iou", "wrong answer")
    recorded = world.do("submitted", report, file.read_text(), file)
    assert (recorded.attempt_number, recorded.counted, recorded.seconds) == (1, 1, 0)
    resumed = world.do("next")
    assert (resumed.problem.id, resumed.resumed, resumed.path, resumed.written) == ("iou", True, file, False)


def test_one_card_whatever_the_framework(world: World) -> None:
    world.start("iou", "numpy")
    world.submit("iou", "wrong answer", framework="torch")
    assert world.submit("iou", framework="torch").rating is Rating.GOOD
    assert world.do("stats").solved.part == 1


def test_an_override_is_the_learners_word(world: World) -> None:
    world.start("iou")
    recorded = world.submit("iou", rate=Rating.AGAIN)
    assert (recorded.rating, recorded.evidence, recorded.overridden) == (Rating.AGAIN, Rating.EASY, True)
    assert recorded.days == 1
    with world.session() as practice:
        (event,) = practice._desk.log.events_of("iou", "rated")
    assert (event.data["rating"], event.data["evidence"]) == ("again", "easy")


def test_rating_afterwards_replaces_the_rating(world: World) -> None:
    world.solve("iou")
    world.later(days=1)
    rerated = world.do("rate", Rating.GOOD)
    assert (rerated.before, rerated.rating) == (Rating.EASY, Rating.GOOD)
    assert rerated.days == 1  # two days after it was solved
    (attempt,) = world.do("history")
    assert (attempt.rating, attempt.outcome, attempt.closed.day) == (Rating.GOOD, "accepted", 21)
    assert world.do("rate", Rating.HARD).before is Rating.GOOD
    assert world.do("undo").rating is Rating.HARD
    assert world.do("history")[0].outcome is None


def test_desired_retention_moves_the_due_date(world: World) -> None:
    world.set(desired_retention=0.8)
    assert (world.solve("iou").days or 0) > 8
    world.set(desired_retention=0.9)
    assert world.solve("nms").days == 8


# -- help ---------------------------------------------------------------------------------------------------


def test_hints_rise_and_then_repeat(world: World) -> None:
    world.start("iou")
    hints = [world.do("hint", "iou") for _ in range(4)]
    assert [(h.level, h.text, h.repeated) for h in hints] == [
        (1, "look", False),
        (2, "look closer", False),
        (3, "it is f(x) = x", False),
        (3, "it is f(x) = x", True),
    ]
    assert all(h.counts and h.started is None and h.of == 3 for h in hints)
    assert world.submit("iou").rating is Rating.HARD


def test_a_hint_to_a_new_or_due_problem_starts_it(world: World) -> None:
    hint = world.do("hint", "iou")
    assert hint.started.path == world.file("iou")
    world.file("iou").write_text("mine\n")
    assert world.submit("iou").rating is Rating.HARD
    world.later(days=30)
    hint = world.do("hint", "iou")
    assert (hint.level, hint.started.reason, hint.started.put_aside.read_text()) == (1, "asked", "mine\n")


def test_hints_to_what_is_solved_are_free(world: World) -> None:
    world.solve("iou")
    hint = world.do("hint", "iou")
    assert (hint.level, hint.counts, hint.started) == (1, False, None)
    assert world.do("hint", "iou").level == 2
    world.later(days=30)
    world.start("iou")
    assert world.submit("iou").rating is Rating.EASY


def test_why_counts_once_a_case_and_opens_it_for_run(world: World) -> None:
    world.start("iou")
    wrong = world.submit("iou", "wrong answer")
    assert world.do("opened_cases", "iou") == ()
    assert world.do("why_opened", wrong.submission, "hidden")
    assert not world.do("why_opened", wrong.submission, "hidden")
    assert world.do("opened_cases", "iou") == ("hidden",)
    assert world.submit("iou").rating is Rating.HARD
    world.later(days=30)
    world.start("iou")
    assert world.do("opened_cases", "iou") == ()
    with pytest.raises(BadInput, match="no submission"):
        world.do("why_opened", "0" * 16, "hidden")


def test_runs_open_nothing_and_count_as_nothing(world: World) -> None:
    world.do("ran", make_report("iou", "wrong answer"))
    assert world.do("history") == ()
    world.start("iou")
    world.later(minutes=3)
    world.do("ran", make_report("iou", "wrong answer"))
    world.later(minutes=3)
    world.do("ran", make_report("iou", "accepted"))
    (attempt,) = world.do("history")
    assert attempt.first_run - attempt.opened == timedelta(minutes=3)
    assert world.submit("iou").rating is Rating.EASY
    assert world.do("stats").submissions == 1


def test_the_solution_gives_up_what_is_open(world: World) -> None:
    world.start("iou")
    assert world.do("would_give_up", "iou")
    shown = world.do("reveal", "iou")
    assert (shown.gave_up, shown.rating, shown.source) == (True, Rating.AGAIN, "# numpy\n")
    assert shown.due == datetime(2026, 11, 22, tzinfo=timezone.utc)
    assert not world.do("would_give_up", "iou")
    passed = world.submit("iou")
    assert passed.rating is None
    assert "gave this attempt up" in passed.why
    assert world.do("stats").solved.part == 0


def test_the_solution_of_what_was_never_started_or_is_due_gives_it_up(world: World) -> None:
    assert world.do("reveal", "iou", "torch").gave_up
    world.later(days=1)
    assert world.solve("iou").rating is Rating.EASY
    assert not world.do("reveal", "iou").gave_up
    world.later(days=60)
    assert world.do("would_give_up", "iou")
    assert world.do("reveal", "iou").rating is Rating.AGAIN
    assert [a.outcome for a in world.do("history", "iou")] == ["gave up", "accepted", "gave up"]


# -- undo ---------------------------------------------------------------------------------------------------


def rows(world: World) -> object:
    return [(r.id, r.state, r.due, r.solved, r.rating) for r in world.do("rows")], world.do("stats").retention


def test_undo_takes_back_an_acceptance(world: World) -> None:
    world.start("iou")
    world.submit("iou", "wrong answer")
    before = rows(world)
    world.submit("iou", rate=Rating.EASY)
    undone = world.do("undo")
    assert (undone.problem, undone.rating, undone.gave_up, undone.due) == ("iou", Rating.EASY, False, None)
    assert rows(world) == before
    recorded = world.submit("iou")
    assert (recorded.rating, recorded.counted, recorded.number) == (Rating.GOOD, 2, 3)
    assert len(world.do("history")[0].submissions) == 3


def test_undo_takes_back_a_giving_up_and_not_what_was_shown(world: World) -> None:
    world.start("iou")
    before = rows(world)
    world.do("reveal", "iou")
    undone = world.do("undo")
    assert (undone.gave_up, undone.rating) == (True, Rating.AGAIN)
    assert rows(world) == before
    recorded = world.submit("iou")
    assert (recorded.rating, recorded.why) == (Rating.AGAIN, "the solution was shown")
    world.do("undo")
    assert world.submit("iou", rate=Rating.GOOD).rating is Rating.GOOD  # the learner's own word counts


@pytest.mark.parametrize("how", ["accepted", "gave up", "rated again"])
def test_undo_opens_the_attempt_whatever_was_submitted_since(world: World, how: str) -> None:
    world.start("iou")
    if how == "gave up":
        world.do("reveal", "iou")
    else:
        world.submit("iou")
    world.submit("iou")  # after the end
    if how == "rated again":
        world.do("rate", Rating.HARD)
    world.submit("iou")
    world.do("undo")
    (attempt,) = world.do("history", "iou")
    assert (attempt.outcome, attempt.rating) == (None, None)
    assert world.do("stats").solved.part == 0
    assert world.submit("iou").rating is (Rating.AGAIN if how == "gave up" else Rating.EASY)


def test_undo_goes_back_further_each_time(world: World) -> None:
    states = [rows(world)]
    for problem in ("iou", "nms"):
        world.start(problem)
        states.append(rows(world))
        world.submit(problem)
    world.later(days=30)
    world.do("next")
    world.submit("iou")
    assert world.do("undo").due is not None
    assert [world.do("undo").problem, world.do("undo").problem] == ["nms", "iou"]
    with pytest.raises(BadInput, match="no rating") as caught:
        world.do("undo")
    assert caught.value.todo.endswith("drill next")
    assert world.do("stats").solved.part == 0


def test_undo_with_a_newer_attempt_open_leaves_one_open(world: World) -> None:
    world.solve("iou")
    world.start("iou")
    world.do("undo")
    newest, older = world.do("history", "iou")
    assert (newest.outcome, older.outcome) == (None, "superseded")
    assert world.submit("iou").attempt == newest.id


def test_a_review_undone_restores_the_card(world: World) -> None:
    world.solve("iou")
    world.later(days=10)
    world.start("iou")
    before = rows(world)
    world.submit("iou")
    assert world.do("undo").due == datetime(2026, 11, 30, tzinfo=timezone.utc)
    assert rows(world) == before


# -- slips --------------------------------------------------------------------------------------------------


def slip(recorded: Recorded) -> list[tuple[str, int, int]]:
    return [(s.name, s.times, s.clean) for s in recorded.slips_before]


def test_slips_are_remembered_and_fade(world: World) -> None:
    world.start("iou")
    assert slip(world.submit("iou", "wrong answer", slips=("plus one", "no clip"))) == []
    assert world.submit("iou", "wrong answer", slips=("plus one",)).slips == ("plus one",)
    assert slip(world.submit("iou")) == []  # of this very attempt
    for clean in (0, 1, 2):
        world.later(days=60)
        world.start("iou")
        recorded = world.submit("iou")
        assert slip(recorded) == [("plus one", 2, clean), ("no clip", 1, clean)]
    assert all(s.faded for s in world.do("slips", "iou"))
    world.later(days=60)
    world.start("iou")
    world.submit("iou", "wrong answer", slips=("no clip",))
    plus_one, no_clip = sorted(world.do("slips", "iou"), key=lambda s: s.name, reverse=True)
    assert (plus_one.faded, plus_one.clean) == (True, 3)
    assert (no_clip.faded, no_clip.clean, no_clip.times) == (False, 0, 2)
