"""Adopted memory parameters: an event that every card follows, judged on what it has not seen."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from drill.practice.evidence import Calibration, Optimized
from drill.practice.parameters import adopted
from drill.schedule.calibration import Score
from drill.schedule.model import DEFAULTS, Model
from drill.schedule.optimize import Fit
from drill.schedule.rating import Rating
from tests.practice.conftest import World

OTHERS = (*(x * 0.5 for x in DEFAULTS[:4]), *DEFAULTS[4:20], 0.3)


def adopt(world: World, parameters: object) -> None:
    with world.session() as practice, practice._desk.log.write(world.now) as tx:
        tx.append("parameters", None, None, {"parameters": parameters, "until": 0})


def practised(world: World, days: int = 12) -> None:
    r = Random(1)
    for _ in range(days):
        for problem in ("iou", "nms", "lstm-cell"):
            world.start(problem)
            world.submit(problem, rate=r.choice(list(Rating)))
        world.later(days=r.choice([1, 2, 5]))


def test_adopting_folds_every_card_anew(world: World) -> None:
    world.start("iou")
    world.submit("iou", rate=Rating.GOOD)
    world.later(days=3)
    world.start("iou")
    world.submit("iou", rate=Rating.HARD)
    adopt(world, list(OTHERS))
    model = Model(OTHERS)
    expected = model.after(model.first(Rating.GOOD), 3, Rating.HARD)
    with world.session() as practice:
        card = practice._desk.problem_row("iou").card
    assert card is not None
    assert (card.stability, card.difficulty) == pytest.approx(expected)
    assert card.decay == 0.3
    assert world.do("use_default_parameters")
    assert not world.do("use_default_parameters")
    with world.session() as practice:
        assert practice._desk.problem_row("iou").decay == DEFAULTS[20]


def test_new_ratings_follow_them_and_a_rebuild_agrees(world: World) -> None:
    adopt(world, list(OTHERS))
    practised(world, 4)
    before = world.do("rows"), world.do("stats")
    with world.session() as practice:
        practice._desk.log.rebuild()
    assert (world.do("rows"), world.do("stats")) == before


@pytest.mark.parametrize("bad", [None, "x", [1.0] * 20, [0.0] * 21, [True] * 21, [float("nan")] * 21])
def test_parameters_that_make_no_sense_are_the_defaults(world: World, bad: object) -> None:
    assert adopted(None) is None
    practised(world, 2)
    rows = world.do("rows")
    adopt(world, bad)
    assert world.do("rows") == rows


def test_calibration_compares_on_the_same_reviews(world: World) -> None:
    assert world.do("calibration").reviews == 0
    practised(world)
    found: Calibration = world.do("calibration")
    assert found.current == "fsrs"
    assert set(found.scores) == {"fsrs", "sm2", "average"}
    assert sum(bucket.reviews for bucket in found.buckets) == found.reviews == 33
    adopt(world, list(OTHERS))
    assert set(world.do("calibration").scores) == {"fitted", "fsrs", "sm2", "average"}


def test_too_early(world: World) -> None:
    pytest.importorskip("fsrs_rs_python")
    practised(world, 2)
    assert world.do("optimize") == Optimized(3, 60, None, False)


@pytest.mark.parametrize("better", [True, False])
def test_only_a_better_fit_is_adopted(world: World, better: bool, monkeypatch: Any) -> None:
    practised(world, 3)
    loss = 0.2 if better else 0.4
    found = Fit(OTHERS, 0, 50, 20, Score(loss, 0.1), Score(0.3, 0.1))
    monkeypatch.setattr("drill.practice.evidence.fit", lambda reviews: found)
    assert world.do("optimize").adopted == better
    with world.session() as practice:
        assert (practice._desk.problem_row("iou").decay == 0.3) == better
    assert world.do("calibration").current == ("fitted" if better else "fsrs")
