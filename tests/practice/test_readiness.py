"""Readiness over time: the past as it was, the promise as it was made, what is ahead as the plan says."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest

from drill.bank.tracks import Track
from drill.practice.overview import Overview
from drill.practice.practice import Practice
from drill.practice.readiness import Recall, Trend
from drill.schedule.rating import Rating
from tests.practice.conftest import World

TRACK = Track("mine", "Mine", Path(), everything=1.0, problems={"iou": 3.0, "lstm-cell": 0.0})
BY = date(2026, 12, 21)


def trend(world: World) -> Trend:
    return overview(world).trend


def overview(world: World) -> Overview:
    with world.session() as practice:
        return practice.overview()


def values(course: Sequence[Recall]) -> list[float]:
    return [each.value for each in course]


def recall_now(practice: Practice, weights: dict[str, float]) -> float:
    rows = {row.id: row.recall or 0.0 for row in practice.rows()}
    return sum(weights[each] * rows[each] for each in weights) / sum(weights.values())


def practise(world: World, days: int = 12) -> None:
    ratings = (Rating.GOOD, Rating.AGAIN, Rating.EASY, Rating.HARD)
    for day in range(days):
        for problem in ("iou", "nms", "batchnorm")[: 1 + day % 3]:
            world.start(problem)
            world.submit(problem, rate=ratings[day % 4])
        world.later(days=1)


def test_an_empty_log_has_no_past(world: World) -> None:
    assert trend(world) == ("Every problem", None, None, (), (), (), ())


def test_the_past_ends_with_what_is_remembered_today(world: World) -> None:
    practise(world)
    found = trend(world)
    with world.session() as practice:
        everything = dict.fromkeys((row.id for row in practice.rows()), 1.0)
        assert found.past[-1].value == pytest.approx(recall_now(practice, everything))
    assert [each.day for each in found.past] == [date(2026, 11, 21) + timedelta(days=d) for d in range(13)]


def test_each_evening_is_what_it_was_then(world: World) -> None:
    """What the past says of a day is what was said on that evening."""
    seen = []
    for _ in range(8):
        practise(world, days=1)
        world.later(days=-1, hours=8)
        seen.append(trend(world).past[-1])
        world.later(days=1, hours=-8)
    assert values(trend(world).past[:-1]) == pytest.approx(values(seen))


def test_with_a_plan_all_is_weighted_by_its_track(world: World) -> None:
    practise(world)
    world.do("make_plan", BY, 30, TRACK)
    found = overview(world)
    weights = dict.fromkeys(("conv-output-shape", "iou", "nms", "batchnorm", "adam-step"), 1.0) | {"iou": 3.0}
    with world.session() as practice:
        assert found.trend.past[-1].value == pytest.approx(recall_now(practice, weights))
    assert (found.trend.title, found.trend.by, found.trend.since) == ("Mine", BY, world.now.date())


def test_what_is_ahead_ends_where_the_plan_says(world: World) -> None:
    practise(world)
    world.do("make_plan", BY, 30, TRACK)
    found = overview(world)
    assert found.plan
    assert (found.trend.ahead[-1].day, found.trend.idle[-1].day) == (BY, BY)
    assert found.trend.ahead[-1].value == pytest.approx(found.plan.readiness.plan)
    assert found.trend.idle[-1].value == pytest.approx(found.plan.readiness.nothing)
    assert found.trend.idle[0].value == pytest.approx(found.trend.past[-1].value)


def test_the_promise_stays_what_it_was(world: World) -> None:
    """On the day of the plan it is what is ahead; whatever happens afterwards does not change it."""
    practise(world)
    world.do("make_plan", BY, 30, TRACK)
    promised = trend(world).promised
    assert values(promised) == pytest.approx(values(trend(world).ahead))
    practise(world, days=6)
    world.do("plan")  # fitted anew
    later = trend(world)
    assert values(later.promised) == pytest.approx(values(promised))
    assert values(later.ahead) != pytest.approx(values(later.promised[6:]))
    assert later.since == promised[0].day


def test_after_the_date_nothing_is_ahead(world: World) -> None:
    practise(world)
    world.do("make_plan", world.now.date() + timedelta(days=3), 30, TRACK)
    world.later(days=5)
    found = trend(world)
    assert (found.ahead, found.idle) == ((), ())
    assert found.promised
    assert found.past[-1].day == world.now.date()


def test_when_slips_were_made_and_weeks_went(world: World) -> None:
    world.start("iou")
    world.submit("iou", "wrong answer", slips=("no eps",))
    world.later(minutes=5)
    world.submit("iou", "wrong answer", slips=("no eps", "0/0"))
    world.later(minutes=10)
    world.submit("iou")
    found = overview(world)
    assert {each.slip.name: each.days for each in found.slips} == {
        "no eps": ((date(2026, 11, 21), 2),),
        "0/0": ((date(2026, 11, 21), 1),),
    }
    assert found.paces == ((date(2026, 11, 16), 1.5, 1),)
    world.later(days=9)
    world.start("iou")
    world.later(days=2)  # walked away
    world.submit("iou")
    assert overview(world).paces[1] == (date(2026, 11, 30), 2.0, 1)
