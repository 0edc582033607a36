"""What a mock interview asks: it fits the time, prefers what is needed, and the seed decides."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

import pytest

from drill.bank.tracks import Track
from drill.errors import BadInput
from drill.practice.drawing import Candidate, candidates, draw
from drill.practice.mocks import Drawn
from tests.practice.conftest import World, make_problem


def candidate(name: str, minutes: float = 15, difficulty: str = "medium", **fields: Any) -> Candidate:
    defaults: dict[str, Any] = {"topic": name, "known": False, "need": 2.0, "held_back": False}
    return Candidate(name, difficulty=difficulty, minutes=minutes, **{**defaults, **fields})


def many() -> list[Candidate]:
    easy = [candidate(f"e{i}", 8 + i % 5, "easy", topic=f"t{i % 4}") for i in range(12)]
    return (
        easy
        + [candidate(f"m{i}", 12 + i % 9, topic=f"t{i % 4}") for i in range(14)]
        + [candidate("h", 30, "hard")]
    )


def total(drawn: tuple[Drawn, ...]) -> float:
    return sum(each.minutes for each in drawn)


@pytest.mark.parametrize("minutes", [30, 45, 60])
@pytest.mark.parametrize("seed", range(30))
def test_a_warm_up_and_one_or_two_real_ones_fit_the_time(minutes: int, seed: int) -> None:
    drawn = draw(many(), minutes, Random(seed))
    assert [each.warm_up for each in drawn] == [True] + [False] * (len(drawn) - 1)
    assert 2 <= len(drawn) <= 3
    assert 0.6 * minutes <= total(drawn) <= minutes
    assert drawn[0].problem.startswith("e")
    assert len({each.problem for each in drawn}) == len(drawn)
    assert [each.minutes for each in drawn[1:]] == sorted(each.minutes for each in drawn[1:])


def test_the_seed_decides() -> None:
    assert draw(many(), 45, Random(3)) == draw(many(), 45, Random(3))
    assert len({draw(many(), 45, Random(seed)) for seed in range(20)}) > 10


def test_what_is_needed_is_preferred() -> None:
    there = [each._replace(need=8.0) if each.problem == "m3" else each._replace(need=1.0) for each in many()]
    times = Counter(each.problem for seed in range(300) for each in draw(there, 45, Random(seed)))
    others = [times[f"m{i}"] for i in range(14) if i != 3]
    assert times["m3"] > 2 * max(others)


def test_a_known_problem_may_be_the_warm_up() -> None:
    there = [candidate("known", 10, known=True), candidate("new", 20), candidate("other", 20)]
    drawn = draw(there, 35, Random(1))
    assert drawn[0] == Drawn("known", 10, True)


def test_without_an_easy_or_known_one_there_is_no_warm_up() -> None:
    drawn = draw([candidate("a"), candidate("b", 20)], 45, Random(1))
    assert [(each.problem, each.warm_up) for each in drawn] == [("a", False), ("b", False)]


def test_a_time_that_nothing_fills_is_no_reason_to_draw_the_longest(world: World) -> None:
    assert len({draw(many(), 90, Random(seed)) for seed in range(20)}) > 10
    for seed in range(20):
        assert total(draw(many(), 90, Random(seed))) >= 40


def test_a_long_one_stands_alone() -> None:
    drawn = draw([candidate("e", 10, "easy"), candidate("h", 30, "hard")], 45, Random(1))
    assert [each.problem for each in drawn] == ["e", "h"]


def test_real_ones_are_of_different_topics_where_possible() -> None:
    same = [candidate(f"a{i}", topic="a") for i in range(6)]
    for seed in range(20):
        drawn = draw([candidate("e", 10, "easy"), *same, candidate("b", topic="b")], 45, Random(seed))
        assert "b" in {each.problem for each in drawn}


def test_what_is_held_back_comes_only_where_the_rest_does_not_fill_the_time() -> None:
    free = [candidate("e", 10, "easy"), candidate("a"), candidate("b", 20)]
    held = [candidate(f"x{i}", held_back=True, need=100.0) for i in range(5)]
    for seed in range(20):
        assert {each.problem for each in draw(free + held, 45, Random(seed))} == {"e", "a", "b"}
    assert len(draw(free[:1] + held, 45, Random(1))) == 3


def test_nothing_fits() -> None:
    assert draw([candidate("h", 30)], 20, Random(1)) == ()
    assert draw([], 45, Random(1)) == ()


# -- what there is to draw from -----------------------------------------------------------------------------


def there(world: World, track: Track | None = None) -> dict[str, Candidate]:
    with world.session() as practice:
        return {each.problem: each for each in candidates(practice._desk, track)}


def test_nothing_that_is_open_or_was_seen_today(world: World) -> None:
    world.start("iou")
    world.later(days=1)
    world.start("batchnorm")
    world.submit("batchnorm")
    world.do("skip", "lstm-cell")
    assert there(world).keys() == {"conv-output-shape", "nms", "adam-step"}
    world.later(days=1)
    assert there(world).keys() == {"conv-output-shape", "nms", "adam-step", "batchnorm", "lstm-cell"}


def test_need_grows_with_what_is_due_forgotten_or_slipped_on(world: World) -> None:
    world.solve("iou")
    world.later(days=1)
    fresh = there(world)["iou"].need
    assert fresh < there(world)["batchnorm"].need, "never practised"
    assert there(world)["iou"].known
    world.later(days=400)
    due = there(world)["iou"].need
    assert due > fresh + 3
    assert there(world)["nms"].need > there(world)["batchnorm"].need, "its topic is weak"
    world.start("iou")
    world.submit("iou", "wrong answer", slips=("plus one",))
    world.submit("iou")
    world.later(days=1)
    assert there(world)["iou"].need > fresh + 1


def test_topics_off_tracks_and_prerequisites(world: World) -> None:
    assert there(world)["nms"].held_back
    world.set(topics_off=("recurrent",))
    track = Track("t", "T", Path(), everything=1.0, problems={"iou": 0.0, "batchnorm": 5.0})
    found = there(world, track)
    assert found.keys() == {"conv-output-shape", "nms", "batchnorm", "adam-step"}
    assert found["batchnorm"].need == 5 * found["adam-step"].need


def test_a_mock_out_of_nothing_is_refused_in_a_sentence(world: World) -> None:
    for problem in world.bank.problems:
        world.start(problem.id)
    with (
        world.session() as practice,
        pytest.raises(BadInput, match="No problem of the bank is left for a mock"),
    ):
        practice.interview.start(45, None, 1)


def test_a_mock_that_nothing_fits_into_is_refused_in_a_sentence(world: World, tmp_path: Path) -> None:
    hard = make_problem(tmp_path / "bank", "hard", "t", minutes=60)
    world.bank = type(world.bank)((hard,))
    with world.session() as practice, pytest.raises(BadInput, match="fits into 45 minutes"):
        practice.interview.start(45, None, 1)


@pytest.mark.parametrize("minutes", [0, -5, 14, 91, float("nan"), float("inf")])
def test_minutes_are_bounded(world: World, minutes: float) -> None:
    with world.session() as practice, pytest.raises(BadInput, match="makes no sense"):
        practice.interview.start(minutes, None, 1)
    assert world.do("mock") is None
