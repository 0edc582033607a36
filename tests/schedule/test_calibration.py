"""Predictions without peeking, the measures, and a fit that is judged by what it has not seen."""

from __future__ import annotations

from math import log
from random import Random

import pytest

from drill.schedule.calibration import (
    Fsrs,
    Review,
    RunningAverage,
    Sm2,
    Trial,
    buckets,
    score,
    trials,
)
from drill.schedule.model import DEFAULTS, Model
from drill.schedule.optimize import LEAST_REVIEWS, countable, fit
from drill.schedule.rating import Rating

AGAIN, HARD, GOOD, EASY = Rating


def reviews(*rows: tuple[str, int, Rating]) -> list[Review]:
    return [Review(problem, day, rating, order) for order, (problem, day, rating) in enumerate(rows)]


def learned(model: Model, problems: int, seed: int) -> list[Review]:
    """The log of a learner whose memory is the model."""
    r = Random(seed)
    rows: list[tuple[str, int, Rating]] = []
    for p in range(problems):
        day, state = p % 30, model.first(GOOD)
        rows.append((f"p{p}", day, GOOD))
        for _ in range(6):
            gap = r.choice([1, 2, 4, 8, 16, 30])
            day += gap
            rating = GOOD if r.random() < model.recall(state[0], gap) else AGAIN
            state = model.after(state, gap, rating)
            rows.append((f"p{p}", day, rating))
    return reviews(*sorted(rows, key=lambda row: row[1]))


def test_first_ratings_and_same_day_ratings_are_not_predicted() -> None:
    log_ = reviews(("a", 1, GOOD), ("a", 1, AGAIN), ("b", 2, GOOD), ("a", 5, GOOD))
    for predictor in (Fsrs(Model()), Sm2(), RunningAverage()):
        assert len(trials(log_, predictor)) == 1


@pytest.mark.parametrize("make", [lambda: Fsrs(Model()), Sm2, RunningAverage])
def test_nothing_peeks(make: type[Sm2]) -> None:
    log_ = learned(Model(), 12, 1)
    whole = trials(log_, make())
    for cut in (5, 20, 50):
        part = trials(log_[:cut], make())
        assert part == whole[: len(part)]
    flipped = [*log_[:-1], log_[-1]._replace(rating=EASY)]
    assert [t.predicted for t in trials(flipped, make())] == [t.predicted for t in whole]


def test_only_later_reviews_are_counted() -> None:
    log_ = learned(Model(), 12, 1)
    later = trials(log_, Fsrs(Model()), after=log_[40].order)
    assert later == trials(log_, Fsrs(Model()))[-len(later) :]


def test_measures() -> None:
    alike, other = (1.0, 2.0, 0.0), (9.0, 2.0, 0.0)
    found = [Trial(0.8, True, alike), Trial(0.6, False, alike), Trial(0.5, True, other)]
    scored = score(found)
    assert scored is not None
    assert scored.log_loss == pytest.approx(-(log(0.8) + log(0.4) + log(0.5)) / 3)
    assert scored.rmse == pytest.approx(((2 * 0.2**2 + 0.5**2) / 3) ** 0.5)
    assert score([]) is None
    assert sum(bucket.reviews for bucket in buckets(found)) == 3
    sure = score([Trial(1.0, False, alike)])
    assert sure is not None
    assert sure.log_loss < 10


def test_sm2_is_the_published_one() -> None:
    log_ = reviews(("a", 0, GOOD), ("a", 1, GOOD), ("a", 7, GOOD), ("a", 22, GOOD))
    predicted = [trial.predicted for trial in trials(log_, Sm2())]
    assert predicted == pytest.approx([0.9, 0.9, 0.9])  # after 1, 6 and 6 x 2.5 days


def test_running_average() -> None:
    log_ = reviews(("a", 0, GOOD), ("a", 1, AGAIN), ("a", 2, GOOD))
    assert [t.predicted for t in trials(log_, RunningAverage())] == pytest.approx([0.9, 0.45])


def test_too_few_reviews_are_not_fitted() -> None:
    log_ = learned(Model(), 5, 1)
    assert len(countable(log_)) < LEAST_REVIEWS
    assert fit(log_) is None


def test_a_learner_unlike_the_defaults_is_fitted() -> None:
    pytest.importorskip("fsrs_rs_python")
    quick = (*(x * 0.15 for x in DEFAULTS[:4]), *DEFAULTS[4:8], 1.0, *DEFAULTS[9:20], 0.5)
    found = fit(learned(Model(quick), 60, 3))
    assert found is not None
    assert found.better
    assert found.fitted_to > 2 * found.held_out > 100


def test_the_fit_does_not_see_what_judges_it() -> None:
    pytest.importorskip("fsrs_rs_python")
    log_ = learned(Model(), 40, 5)
    found = fit(log_)
    assert found is not None
    changed = [r._replace(rating=AGAIN if r.order > found.until else r.rating) for r in log_]
    again = fit(changed)
    assert again is not None
    assert again.parameters == pytest.approx(found.parameters)
    assert again.fitted != found.fitted
