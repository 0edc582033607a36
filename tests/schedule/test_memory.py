"""The memory model against the package it stands on."""

from __future__ import annotations

import subprocess
import sys
from datetime import datetime, timedelta, timezone
from itertools import product

import fsrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from drill.schedule.memory import Card, recall, review, spread
from drill.schedule.rating import Rating

DAY = 740_000
ratings = st.sampled_from(list(Rating))


@given(stability=st.floats(0.01, 40_000), days=st.integers(0, 40_000))
def test_recall_is_the_packages_forgetting_curve(stability: float, days: int) -> None:
    then = datetime(2026, 1, 1, tzinfo=timezone.utc)
    card = fsrs.Card(1, fsrs.State.Review, None, stability, 5.0, then, then)
    expected = fsrs.Scheduler().get_card_retrievability(card, then + timedelta(days=days))
    assert recall(stability, days) == pytest.approx(expected, rel=1e-12)


@given(st.lists(st.tuples(ratings, st.integers(0, 400)), min_size=1, max_size=12))
def test_a_history_of_reviews_is_the_packages(history: list[tuple[Rating, int]]) -> None:
    scheduler = fsrs.Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    theirs, ours = fsrs.Card(card_id=1), None
    day, when = DAY, datetime(2026, 1, 1, tzinfo=timezone.utc)
    for rating, gap in history:
        day, when = day + gap, when + timedelta(days=gap)
        theirs, _ = scheduler.review_card(theirs, fsrs.Rating(int(rating)), when)
        ours = review(ours, rating, day, 0.9, "iou")
        assert (ours.stability, ours.difficulty) == (theirs.stability, theirs.difficulty)
        assert ours.due_day - day == spread((theirs.due - when).days, f"iou:{ours.reviews}")
    assert ours is not None
    assert ours.reviews == len(history)


def test_better_ratings_come_back_later_and_never_on_the_same_day() -> None:
    due = [review(None, rating, DAY, 0.9, "iou").due_day for rating in Rating]
    assert due == sorted(due)
    assert due[0] > DAY


def test_a_higher_desired_retention_comes_back_sooner() -> None:
    card = review(None, Rating.EASY, DAY, 0.9, "iou")
    sooner, later = (review(card, Rating.GOOD, DAY + 8, r, "iou").due_day for r in (0.95, 0.8))
    assert sooner < later


@given(ratings, st.integers(1, 4000))
def test_a_clock_that_went_back_counts_as_the_same_day(rating: Rating, back: int) -> None:
    card = Card(30.0, 5.0, DAY, DAY + 30, 3, Rating.GOOD)
    after = review(card, rating, DAY - back, 0.9, "iou")
    same = review(card, rating, DAY, 0.9, "iou")
    assert (after.stability, after.difficulty) == (same.stability, same.difficulty)
    assert after.last_day == DAY - back
    assert after.due_day - after.last_day == same.due_day - same.last_day


@given(st.integers(1, 36_500), st.text())
def test_spread_stays_near_and_is_decided_by_the_key(days: int, key: str) -> None:
    moved = spread(days, key)
    assert moved == spread(days, key)
    assert abs(moved - days) <= max(1, round(days * 0.05))
    assert moved >= 1
    assert days >= 4 or moved == days


def test_spread_pulls_problems_apart() -> None:
    assert len({spread(60, f"problem-{i}:3") for i in range(100)}) == 7


def test_only_a_review_imports_the_package() -> None:
    code = "import sys, drill.schedule.memory as m; m.recall(3.0, 4); assert 'fsrs' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_every_rating_after_every_rating() -> None:
    """Pinned: a change of the package or of ours that moves a due date is seen here."""
    days = [
        review(review(None, a, DAY, 0.9, "x"), b, DAY + 8, 0.9, "x").due_day - DAY - 8
        for a, b in product(Rating, Rating)
    ]
    assert days == [1, 2, 5, 7, 1, 9, 13, 23, 1, 16, 24, 41, 1, 28, 39, 65]
