"""`list`, `stats` and `history`, counted by hand; local days; a clock that goes back."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from drill.errors import BadInput
from drill.practice.results import Share
from drill.schedule.rating import Rating
from tests.practice.conftest import World


def states(world: World) -> dict[str, str]:
    return {r.id: r.state for r in world.do("rows") if r.state != "new"}


def test_states(world: World) -> None:
    world.solve("iou")
    world.start("nms")
    assert states(world) == {"iou": "scheduled", "nms": "open"}
    world.later(days=30)
    assert states(world) == {"iou": "due", "nms": "open"}
    (row,) = (r for r in world.do("rows") if r.id == "iou")
    assert (row.solved, row.attempts, row.rating, row.on) == (True, 1, Rating.EASY, True)
    assert 0.7 < row.recall < 0.9
    world.set(topics_off=("detection",))
    assert [r.id for r in world.do("rows") if not r.on] == ["iou", "nms"]


def test_an_empty_log(world: World) -> None:
    stats = world.do("stats")
    assert (stats.due, stats.open, stats.streak, stats.submissions) == (0, 0, 0, 0)
    assert stats.solved == Share(0, 6)
    assert stats.retention.value is None
    assert [d.count for d in stats.forecast] == [0] * 7
    assert stats.calendar == stats.slips == ()
    assert [(t.topic, t.recall, t.pace) for t in stats.topics][:2] == [
        ("convolution", None, None),
        ("detection", None, None),
    ]


def test_retention_counts_reviews_not_first_ratings(world: World) -> None:
    for problem in ("iou", "nms", "batchnorm"):
        world.solve(problem)
    world.later(days=40)
    world.solve("iou")
    world.do("reveal", "nms")
    stats = world.do("stats")
    assert stats.retention == stats.retention_month == Share(1, 2)
    by_topic = {t.topic: t for t in stats.topics}
    assert by_topic["detection"].recalled == Share(1, 2)
    assert by_topic["normalization"].recalled == Share(0, 0)
    assert by_topic["normalization"].due == 1
    world.later(days=40)
    assert world.do("stats").retention_month == Share(0, 0)


def test_time_against_target(world: World) -> None:
    for problem, minutes in (("iou", 5), ("nms", 30), ("batchnorm", 30)):
        world.start(problem)
        world.later(minutes=minutes)
        world.submit(problem)
    by_topic = {t.topic: t for t in world.do("stats").topics}
    assert by_topic["detection"].in_time == Share(1, 2)
    assert by_topic["detection"].pace == (0.5 + 3) / 2
    assert by_topic["normalization"].pace == 1


def test_streak_and_calendar(world: World) -> None:
    for _ in range(3):
        world.submit("iou", "wrong answer")
        world.later(days=1)
    assert world.do("stats").streak == 3  # none today yet
    world.submit("iou", "wrong answer")
    stats = world.do("stats")
    assert stats.streak == 4
    assert [(d.day, d.submissions) for d in stats.calendar] == [(date(2026, 11, 21 + i), 1) for i in range(4)]
    world.later(days=2)
    assert world.do("stats").streak == 0
    assert len(world.do("stats", 1).calendar) == 4
    world.later(days=7)
    assert world.do("stats", 1).calendar == ()


def test_forecast_adds_what_is_overdue_to_today(world: World) -> None:
    world.do("reveal", "iou")  # tomorrow
    world.solve("nms")  # in about eight days
    assert [d.count for d in world.do("stats").forecast] == [0, 1, 0, 0, 0, 0, 0]
    world.later(days=4)
    counts = [d.count for d in world.do("stats").forecast]
    assert (counts[0], sum(counts)) == (1, 2)


def test_slips_of_all_problems_most_frequent_first(world: World) -> None:
    world.submit("iou", "wrong answer", slips=("plus one",))
    world.submit("nms", "wrong answer", slips=("no sort",))
    world.submit("nms", "wrong answer", slips=("no sort",))
    assert [(s.problem, s.name, s.times) for s in world.do("stats").slips] == [
        ("nms", "no sort", 2),
        ("iou", "plus one", 1),
    ]


# -- days ---------------------------------------------------------------------------------------------------


def test_a_day_is_the_learners(world: World) -> None:
    """23:30 on Saturday in New York is Sunday in UTC."""
    world.zone(ZoneInfo("America/New_York"))
    world.now = datetime(2026, 11, 22, 4, 30, tzinfo=timezone.utc)
    world.do("reveal", "iou")
    stats = world.do("stats")
    assert (stats.today, [d.day for d in stats.calendar]) == (date(2026, 11, 21), [date(2026, 11, 21)])
    assert states(world) == {"iou": "scheduled"}
    (row,) = (r for r in world.do("rows") if r.id == "iou")
    assert row.due == datetime(2026, 11, 22, 5, 0, tzinfo=timezone.utc)  # midnight there
    world.now = row.due - timedelta(seconds=1)
    assert states(world) == {"iou": "scheduled"}
    world.now = row.due
    assert states(world) == {"iou": "due"}


def test_due_dates_across_the_end_of_summer_time(world: World) -> None:
    world.zone(ZoneInfo("Europe/Berlin"))
    world.now = datetime(2026, 10, 24, 18, 0, tzinfo=timezone.utc)
    world.do("reveal", "iou")
    (row,) = (r for r in world.do("rows") if r.id == "iou")
    assert row.due == datetime(2026, 10, 24, 22, 0, tzinfo=timezone.utc)
    world.do("undo")
    world.submit("iou", rate=Rating.GOOD)
    (row,) = (r for r in world.do("rows") if r.id == "iou")
    assert row.due == datetime(2026, 10, 25, 23, 0, tzinfo=timezone.utc)


def test_travelling_moves_no_day_of_the_past(world: World) -> None:
    world.zone(timezone(timedelta(hours=9)))
    for _ in range(3):
        world.submit("iou", "wrong answer")
        world.later(days=1)
    before = world.do("stats").calendar
    world.zone(timezone(timedelta(hours=-8)))
    assert world.do("stats").calendar == before


def test_a_naive_time_is_refused(world: World) -> None:
    world.now = datetime(2026, 11, 21)
    with pytest.raises(ValueError, match="naive"):
        world.do("stats")


# -- a clock that goes back ---------------------------------------------------------------------------------


def test_a_clock_that_went_back_is_told_and_hurts_nothing(world: World) -> None:
    world.solve("iou")
    world.start("nms")
    world.later(days=-400)
    recorded = world.submit("nms")
    assert "The clock went back: it says 2025-10-17 09:00, and your last entry is" in "".join(world.notices)
    assert (recorded.seconds, recorded.rating) == (0, Rating.EASY)
    assert recorded.due is not None
    assert 0 < (recorded.due - world.now).days < 12
    world.later(days=400, minutes=1)
    assert states(world) == {"iou": "scheduled", "nms": "due"}
    assert world.do("next").problem.id == "nms"


def test_what_was_reviewed_in_the_future_is_asked_again(world: World) -> None:
    world.later(days=2000)
    world.solve("iou")
    world.later(days=-2000)
    assert states(world) == {"iou": "due"}
    assert world.do("next").problem.id == "iou"
    recorded = world.submit("iou")
    assert recorded.due is not None
    assert (recorded.due - world.now).days < 60
    assert states(world) == {"iou": "scheduled"}


def test_a_small_correction_of_the_clock_is_not_worth_a_word(world: World) -> None:
    world.solve("iou")
    world.later(seconds=-90)
    world.solve("nms")
    assert world.notices == ()


# -- looking back -------------------------------------------------------------------------------------------


def test_history_newest_first(world: World) -> None:
    world.start("iou")
    world.later(minutes=1)
    world.submit("iou", "wrong answer", slips=("plus one",))
    world.do("hint", "iou")
    world.later(minutes=1)
    world.submit("iou")
    world.later(days=1)
    world.start("nms")
    nms, iou = world.do("history")
    assert (nms.problem, nms.outcome, nms.submissions, nms.seconds) == ("nms", None, (), None)
    assert (iou.outcome, iou.rating, iou.hints, iou.seconds, iou.minutes) == (
        "accepted",
        Rating.HARD,
        1,
        120,
        10,
    )
    assert [(s.number, s.verdict, s.seconds, s.slips, s.failed) for s in iou.submissions] == [
        (1, "wrong answer", 60, ("plus one",), ("hidden",)),
        (2, "accepted", 120, (), ()),
    ]
    assert world.do("history", "iou") == (iou,)
    assert world.do("history", None, 1) == (nms,)


def test_submissions_by_number_and_id(world: World) -> None:
    first = world.submit("iou", "wrong answer", source="one = 1\n")
    world.later(minutes=1)
    second = world.submit("nms", source="two = 2\n")
    with world.session() as practice:
        for ref, problem in (
            (1, "iou"),
            ("1", "iou"),
            (first.submission, None),
            (first.submission[:12].upper(), None),
        ):
            found = practice.submission(ref, problem)
            assert (found.id, found.verdict, found.seed) == (first.submission, "wrong answer", 7)
            assert practice.source(found) == "one = 1\n"
        last = practice.last_submission()
        assert last is not None
        assert last.id == second.submission
        assert practice.last_submission("iou") == practice.submission(1, "iou")
        assert practice.last_submission("batchnorm") is None
        assert last.versions == {"numpy": "2.0.0"}
        for ref, problem in ((2, "iou"), ("zz", None), ("abc", None), ("0" * 16, None), (1, None)):
            with pytest.raises(BadInput, match="There is no submission"):
                practice.submission(ref, problem)


def test_ambiguous_ids(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    ids = iter(f"abcd{n:012x}" for n in range(100))
    monkeypatch.setattr("drill.store.log.Log.__init__.__defaults__", (lambda: next(ids), 20.0))
    world.submit("iou", "wrong answer")
    world.submit("iou", "wrong answer")
    with pytest.raises(BadInput, match="2 submissions begin with abcd"):
        world.do("submission", "abcd")


def test_diff(world: World) -> None:
    world.submit("iou", "wrong answer", source="a = 1\nb = 2\n")
    world.submit("iou", source="a = 1\nb = 3\n")
    with world.session() as practice:
        one, two = practice.submission(1, "iou"), practice.submission(2, "iou")
        assert practice.diff(one, two).splitlines() == [
            "--- iou #1",
            "+++ iou #2",
            "@@ -1,2 +1,2 @@",
            " a = 1",
            "-b = 2",
            "+b = 3",
        ]
        assert practice.diff(one, one) == ""
