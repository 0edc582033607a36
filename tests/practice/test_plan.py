"""A plan played through with a moved clock: `next` serves what it says, missed days and all."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from drill.bank.tracks import Track
from drill.errors import BadInput
from drill.practice.planning import PlanView
from drill.practice.results import NothingDue, Started
from drill.schedule.rating import Rating
from tests.practice.conftest import World

EVERYTHING = Track("everything", "Everything", Path(), everything=1.0)
BY = date(2026, 12, 21)


def make(world: World, by: date = BY, minutes: float = 30, track: Track = EVERYTHING) -> PlanView:
    view = world.do("make_plan", by, minutes, track)
    assert isinstance(view, PlanView)
    return view


def shown(world: World) -> PlanView:
    view = world.do("plan")
    assert isinstance(view, PlanView)
    return view


def serve(world: World) -> str | NothingDue:
    answer = world.do("next")
    return answer.problem.id if isinstance(answer, Started) else answer


def day_played(world: World, r: Random) -> list[str]:
    """Practise until `next` has nothing more; what it served."""
    served: list[str] = []
    while isinstance(problem := serve(world), str):
        served.append(problem)
        world.submit(problem, rate=r.choice(list(Rating)))
        assert len(served) < 20
    assert problem.reason == "plan done"
    return served


def test_thirty_days_with_missed_ones(world: World) -> None:
    r = Random(3)
    make(world)
    for day in range(30):
        if day in (2, 3, 11, 20, 21, 22, 23):
            world.later(days=1)
            continue
        planned = {each.problem for each in shown(world).days[0].problems}
        assert set(day_played(world, r)) == planned
        assert not shown(world).days[0].problems
        world.later(days=1)
    assert world.do("plan") is None
    assert world.do("last_plan").by == BY.toordinal()
    assert world.do("stats").solved.part == 6


def test_without_a_plan_nothing_changes(world: World) -> None:
    assert world.do("plan") is None
    assert world.do("end_plan") is None
    assert serve(world) == "conv-output-shape"


def test_ending_it_brings_the_usual_order_back(world: World) -> None:
    make(world, track=Track("t", "T", Path(), problems={"lstm-cell": 1.0}))
    assert serve(world) == "lstm-cell"
    world.submit("lstm-cell")
    assert isinstance(serve(world), NothingDue)
    assert world.do("end_plan") is not None
    assert serve(world) == "conv-output-shape"


def test_more_takes_from_the_days_to_come_and_then_as_usual(world: World) -> None:
    view = make(world, minutes=30)
    day_played(world, Random(1))
    ahead = next(each.problem for day in view.days[1:] for each in day.problems)
    assert ahead
    served = world.do("next", None, True)
    assert isinstance(served, Started)
    assert served.reason == "plan"


def test_a_missed_day_is_planned_anew_and_kept(world: World) -> None:
    make(world)
    first = world.do("last_plan")
    world.later(days=4)
    view = shown(world)
    again = world.do("last_plan")
    assert again.id != first.id
    assert (again.since, again.fitted - first.fitted) == (first.since, 4)
    assert view.days[0].day == date(2026, 11, 25)
    assert view.days[0].problems
    assert world.do("last_plan").id == again.id  # once a day


def test_a_clock_that_goes_back_is_no_trap(world: World) -> None:
    make(world)
    day_played(world, Random(1))
    world.later(days=-3)
    assert shown(world).days[0].day == date(2026, 11, 18)
    assert world.do("waiting").planned is not None


def test_prerequisites_come_first(world: World) -> None:
    make(world, minutes=20)
    order = []
    for _ in range(8):
        order += day_played(world, Random(1))
        world.later(days=1)
    assert order.index("iou") < order.index("nms")


def test_skipping_leaves_the_rest_of_the_day(world: World) -> None:
    make(world, minutes=60)
    problem = serve(world)
    world.do("skip")
    rest = set()
    while isinstance(other := serve(world), str):
        rest.add(other)
        world.submit(other)
    assert problem not in rest
    assert "skipped" in other.message


def test_what_does_not_fit_is_said(world: World) -> None:
    view = make(world, by=date(2026, 11, 22), minutes=20)
    assert len(view.left_out) == 4
    assert view.too_long == ("batchnorm",)
    assert view.needed > view.available == 20
    assert view.readiness.nothing == 0
    assert 0 < view.readiness.plan < 1


def test_readiness_is_better_with_the_plan(world: World) -> None:
    ready = make(world, minutes=15).readiness
    assert ready.plan > ready.usual > ready.nothing


def test_minutes_of_today_that_are_gone_are_not_planned_again(world: World) -> None:
    for problem in ("conv-output-shape", "iou"):
        world.solve(problem)
    assert make(world, minutes=20).days[0].problems == ()


def test_topics_that_are_off_are_not_planned(world: World) -> None:
    world.set(topics_off=("detection",))
    assert make(world).problems == 4


@pytest.mark.parametrize(
    ("days", "minutes", "says"),
    [(0, 30, "today"), (-3, 30, "past"), (400, 30, "year"), (30, 2, "minutes"), (30, 2000, "minutes")],
)
def test_what_is_no_plan(world: World, days: int, minutes: float, says: str) -> None:
    with pytest.raises(BadInput, match=says):
        make(world, by=date(2026, 11, 21) + timedelta(days=days), minutes=minutes)
    with pytest.raises(BadInput, match="no problems"):
        make(world, track=Track("none", "None", Path(), topics={"nlp": 1}))


def test_waiting(world: World) -> None:
    assert world.do("waiting") == (0, None, 0)
    view = make(world)
    number = len(view.days[0].problems)
    assert world.do("waiting") == (0, number, 0)
    serve(world)
    assert world.do("waiting") == (0, number, 1)
    day_played(world, Random(1))
    assert world.do("waiting")[1:] == (0, 0)


def test_a_plan_travels_in_an_export(world: World, tmp_path: Path) -> None:
    view = make(world)
    day_played(world, Random(2))
    before = shown(world)
    with world.session() as practice:
        lines = list(practice.export())
        figures = practice.stats()
    other = World(tmp_path / "other")
    merged = other.do("merge", iter(lines))
    assert merged.unknown_kinds == ()
    assert other.do("stats") == figures
    assert shown(other) == before
    assert other.do("merge", iter(lines)).added == 0
    assert before.by == view.by


def test_a_plan_that_makes_no_sense_is_none(world: World) -> None:
    with world.session() as practice, practice._desk.log.write(world.now) as tx:
        tx.append("planned", None, None, {"by": "soon"})
    assert world.do("plan") is None
    assert serve(world) == "conv-output-shape"
