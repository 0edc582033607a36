"""How well a memory model foretells the learner's own reviews.

Every review is predicted from what came before it, never from itself or later ones. First attempts predict
nothing, and neither do reviews on the day of the one before. Log loss punishes sure errors; RMSE(bins), the
measure of the public FSRS benchmark, compares predicted with actual recall among reviews that are alike in
interval, number of reviews and lapses.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from math import floor, log
from typing import NamedTuple, Protocol

from drill.schedule import sm2
from drill.schedule.model import Model, State
from drill.schedule.rating import Rating

_CLIP = 1e-4  # no prediction is surer than this, or one surprise would outweigh everything
BUCKETS = 5  # of predicted recall, for the table


class Review(NamedTuple):
    """One rating; `order` is its place in time."""

    problem: str
    day: int
    rating: Rating
    order: int


class Score(NamedTuple):
    log_loss: float
    rmse: float


class Bucket(NamedTuple):
    """Reviews of about the same predicted recall: their mean prediction and the share that passed."""

    predicted: float
    actual: float
    reviews: int


class Predictor(Protocol):
    """Sees the reviews in order: asked before each for the chance that it passes, then told the rating."""

    def predict(self, problem: str, elapsed: int) -> float: ...
    def learn(self, problem: str, elapsed: int | None, rating: Rating) -> None: ...


class Fsrs:
    """`elapsed` None is a first rating."""

    def __init__(self, model: Model) -> None:
        self._model, self._states = model, dict[str, State]()

    def predict(self, problem: str, elapsed: int) -> float:
        return self._model.recall(self._states[problem][0], elapsed)

    def learn(self, problem: str, elapsed: int | None, rating: Rating) -> None:
        model = self._model
        new = elapsed is None
        state = model.first(rating) if new else model.after(self._states[problem], elapsed or 0, rating)
        self._states[problem] = state


class Sm2:
    def __init__(self) -> None:
        self._cards: dict[str, sm2.Sm2] = {}

    def predict(self, problem: str, elapsed: int) -> float:
        return sm2.recall(self._cards[problem], elapsed)

    def learn(self, problem: str, elapsed: int | None, rating: Rating) -> None:
        self._cards[problem] = sm2.after(self._cards.get(problem, sm2.FRESH), rating)


class RunningAverage:
    """The share of earlier reviews that passed; before the first, 0.9."""

    def __init__(self) -> None:
        self._passed, self._reviews = 0.9, 1.0

    def predict(self, problem: str, elapsed: int) -> float:
        return self._passed / self._reviews

    def learn(self, problem: str, elapsed: int | None, rating: Rating) -> None:
        if elapsed:
            self._passed += rating > Rating.AGAIN
            self._reviews += 1


class Trial(NamedTuple):
    """A prediction and what came of it. `bin` names reviews that are alike."""

    predicted: float
    passed: bool
    bin: tuple[float, float, float]


def trials(reviews: Iterable[Review], predictor: Predictor, after: int = -1) -> list[Trial]:
    """What the predictor says of each review (those of an `order` beyond `after`), in order."""
    found: list[Trial] = []
    last: dict[str, int] = {}
    counts: dict[str, int] = {}
    lapses: dict[str, int] = {}
    for problem, day, rating, order in reviews:
        elapsed = max(0, day - last[problem]) if problem in last else None
        if elapsed and order > after:
            like = _bin(elapsed, counts[problem] + 1, lapses.get(problem, 0))
            found.append(Trial(predictor.predict(problem, elapsed), rating > Rating.AGAIN, like))
        predictor.learn(problem, elapsed, rating)
        last[problem] = day
        counts[problem] = counts.get(problem, 0) + 1
        lapses[problem] = lapses.get(problem, 0) + (elapsed is not None and rating == Rating.AGAIN)
    return found


def score(found: Sequence[Trial]) -> Score | None:
    """None where there is nothing to measure."""
    if not found:
        return None
    loss = 0.0
    bins: dict[tuple[float, float, float], list[Trial]] = {}
    for trial in found:
        chance = min(max(trial.predicted, _CLIP), 1 - _CLIP)
        loss -= log(chance if trial.passed else 1 - chance)
        bins.setdefault(trial.bin, []).append(trial)
    squares = sum(len(alike) * _gap(alike) ** 2 for alike in bins.values())
    return Score(loss / len(found), (squares / len(found)) ** 0.5)


def buckets(found: Sequence[Trial]) -> tuple[Bucket, ...]:
    """Trials in `BUCKETS` groups of about the same size, by rising prediction."""
    ordered = sorted(found)
    edges = [round(k * len(ordered) / BUCKETS) for k in range(BUCKETS + 1)]
    groups = [ordered[a:b] for a, b in pairwise(edges) if b > a]
    return tuple(
        Bucket(_mean(t.predicted for t in group), _mean(t.passed for t in group), len(group))
        for group in groups
    )


def predictors(model: Model | None) -> dict[str, Callable[[], Predictor]]:
    """Those to compare by name; `model` has the adopted parameters, if there are any."""
    adopted: dict[str, Callable[[], Predictor]] = {"fitted": lambda: Fsrs(model)} if model else {}
    return {**adopted, "fsrs": lambda: Fsrs(Model()), "sm2": Sm2, "average": RunningAverage}


def _gap(alike: Sequence[Trial]) -> float:
    return _mean(t.predicted for t in alike) - _mean(t.passed for t in alike)


def _mean(values: Iterable[float]) -> float:
    found = list(values)
    return sum(found) / len(found)


def _bin(elapsed: int, count: int, lapses: int) -> tuple[float, float, float]:
    """The benchmark's logarithmic bins of interval, number of reviews and lapses."""
    return (
        round(2.48 * 3.62 ** floor(log(elapsed) / log(3.62)), 2),
        round(1.99 * 1.89 ** floor(log(count) / log(1.89))),
        0 if lapses == 0 else round(1.65 * 1.73 ** floor(log(lapses) / log(1.73))),
    )
