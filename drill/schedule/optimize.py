"""FSRS parameters fitted to one learner, adopted only when they foretell reviews they have not seen.

The earlier part of the log is for fitting (the `fsrs-rs-python` package, an optional one), the later part for
judging: the fitted parameters must have a smaller log loss there than FSRS's defaults.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from drill.schedule.calibration import Fsrs, Review, Score, score, trials
from drill.schedule.memory import HIGHEST, LOWEST
from drill.schedule.model import DEFAULTS, Model

if TYPE_CHECKING:
    from fsrs_rs_python import FSRSItem

LEAST_REVIEWS = 60  # that can be predicted
HELD_OUT = 0.25


class Fit(NamedTuple):
    """`until` is the order of the last review used for fitting. Scores are of the later ones."""

    parameters: tuple[float, ...]
    until: int
    fitted_to: int
    held_out: int
    fitted: Score
    defaults: Score

    @property
    def better(self) -> bool:
        return self.fitted.log_loss < self.defaults.log_loss


def countable(reviews: Sequence[Review]) -> list[Review]:
    """Those that can be predicted: neither a problem's first rating nor on the same day as the one before."""
    last: dict[str, int] = {}
    found = []
    for review in reviews:
        if review.problem in last and review.day > last[review.problem]:
            found.append(review)
        last[review.problem] = review.day
    return found


def fit(reviews: Sequence[Review]) -> Fit | None:
    """Fit and judge; None when there are fewer than `LEAST_REVIEWS` to predict. Raises ImportError."""
    usable = countable(reviews)
    if len(usable) < LEAST_REVIEWS:
        return None
    held_out = round(len(usable) * HELD_OUT)
    until = usable[-held_out - 1].order
    parameters = _fitted([r for r in reviews if r.order <= until])
    fitted = score(trials(reviews, Fsrs(Model(parameters)), until))
    defaults = score(trials(reviews, Fsrs(Model(DEFAULTS)), until))
    assert fitted is not None
    assert defaults is not None
    return Fit(parameters, until, len(usable) - held_out, held_out, fitted, defaults)


def _fitted(reviews: Sequence[Review]) -> tuple[float, ...]:
    from fsrs_rs_python import FSRS

    raw = FSRS(parameters=list(DEFAULTS)).compute_parameters(_items(reviews))
    bounds = zip(raw, LOWEST, HIGHEST, strict=True)
    return tuple(min(max(float(value), low), high) for value, low, high in bounds)


def _items(reviews: Sequence[Review]) -> list[FSRSItem]:
    """One history for each review to predict: everything of its problem up to it."""
    from fsrs_rs_python import FSRSItem, FSRSReview

    items: list[FSRSItem] = []
    past: dict[str, list[FSRSReview]] = {}
    last: dict[str, int] = {}
    for problem, day, rating, _ in reviews:
        elapsed = max(0, day - last.get(problem, day))
        history = past.setdefault(problem, [])
        history.append(FSRSReview(int(rating), elapsed))
        if elapsed:
            items.append(FSRSItem(list(history)))
        last[problem] = day
    return items
