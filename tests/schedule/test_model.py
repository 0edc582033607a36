"""FSRS-6 in plain floats against the package."""

from __future__ import annotations

import fsrs
import pytest
from fsrs.scheduler import DEFAULT_PARAMETERS, LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS
from hypothesis import given
from hypothesis import strategies as st

from drill.schedule.memory import HIGHEST, LOWEST, recall, review
from drill.schedule.model import DEFAULTS, Model
from drill.schedule.rating import Rating

ratings = st.sampled_from(list(Rating))
factors = st.lists(st.floats(0.5, 1.5), min_size=21, max_size=21)


def scaled(by: list[float]) -> tuple[float, ...]:
    moved = (value * factor for value, factor in zip(DEFAULTS, by, strict=True))
    return tuple(min(max(v, low), high) for v, low, high in zip(moved, LOWEST, HIGHEST, strict=True))


def test_constants_are_the_packages() -> None:
    assert DEFAULTS == DEFAULT_PARAMETERS
    assert (LOWEST, HIGHEST) == (LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS)


@given(st.lists(st.tuples(ratings, st.integers(0, 60)), min_size=1, max_size=8), factors)
def test_states_are_the_packages(steps: list[tuple[Rating, int]], by: list[float]) -> None:
    parameters = scaled(by)
    model, card, day, state = Model(parameters), None, 740_000, None
    for rating, gap in steps:
        day += gap
        card = review(card, rating, day, 0.9, "x", parameters)
        state = model.after(state, gap, rating) if state else model.first(rating)
        assert state == pytest.approx((card.stability, card.difficulty), rel=1e-9)
    assert card is not None
    assert model.recall(card.stability, 9) == pytest.approx(recall(card.stability, 9, card.decay))
    assert card.decay == parameters[20]


@given(st.floats(1, 10))
def test_harder_is_difficulty_after_again(difficulty: float) -> None:
    model = Model()
    assert model.harder(difficulty) == pytest.approx(model.difficulty(difficulty, Rating.AGAIN))


def test_bad_parameters_are_refused() -> None:
    with pytest.raises(ValueError):
        fsrs.Scheduler(parameters=(0.0,) * 21)
