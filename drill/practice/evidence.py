"""The memory model against the learner's own log: how well it foretells, and a better fit of it."""

from __future__ import annotations

from typing import NamedTuple

from drill.errors import BadInput
from drill.practice.desk import Desk
from drill.practice.parameters import ADOPTED, LAST, adopted
from drill.schedule.calibration import Bucket, Review, Score, buckets, predictors, score, trials
from drill.schedule.model import Model
from drill.schedule.optimize import LEAST_REVIEWS, Fit, countable, fit
from drill.schedule.rating import Rating


class Calibration(NamedTuple):
    """`scores` by model: fitted (when parameters are adopted), fsrs (its defaults), sm2, average.

    All are over the same reviews: with adopted parameters only those that came after what they were fitted
    to. `current` names the one in use, and `buckets` are its.
    """

    reviews: int
    current: str
    scores: dict[str, Score]
    buckets: tuple[Bucket, ...]


class Optimized(NamedTuple):
    """What `optimize` found. `fit` is None when there are too few reviews (`reviews` of `needed`)."""

    reviews: int
    needed: int
    fit: Fit | None
    adopted: bool


def calibration(desk: Desk) -> Calibration:
    reviews = reviews_of(desk)
    adoption = adopted(desk.log.row(LAST))
    after = adoption.until if adoption else -1
    model = Model(adoption.parameters) if adoption else None
    found = {name: trials(reviews, make(), after) for name, make in predictors(model).items()}
    current = next(iter(found))
    scores = {name: scored for name, of_name in found.items() if (scored := score(of_name))}
    return Calibration(len(found[current]), current, scores, buckets(found[current]))


def optimize(desk: Desk) -> Optimized:
    """Fit the parameters; adopt them when they are better on the part of the log held back."""
    reviews = reviews_of(desk)
    try:
        found = fit(reviews)
    except ImportError:
        raise BadInput(
            "Fitting needs the package fsrs-rs-python, which is not installed.",
            'pip install "interview-drill[optimize]"',
        ) from None
    better = found is not None and found.better
    if found is not None and better:
        losses = {"fitted": found.fitted.log_loss, "defaults": found.defaults.log_loss}
        data = {"parameters": list(found.parameters), "until": found.until, "loss": losses}
        with desk.log.write(desk.now) as tx:
            tx.append(ADOPTED, None, None, data)
    return Optimized(len(countable(reviews)), LEAST_REVIEWS, found, better)


def use_defaults(desk: Desk) -> bool:
    """Back to FSRS's own parameters; False when those were in use."""
    with desk.log.write(desk.now) as tx:
        if adopted(desk.log.row(LAST)) is None:
            return False
        tx.append(ADOPTED, None, None, {"parameters": None})
    return True


def reviews_of(desk: Desk) -> list[Review]:
    """Every rating, in order."""
    rows = desk.log.rows("SELECT problem, day, rating, ord FROM reviews ORDER BY ord, id")
    return [Review(problem, day, Rating(rating), order) for problem, day, rating, order in rows]
