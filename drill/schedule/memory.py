"""The memory model: FSRS-6 through the `fsrs` package, counted in the learner's local days.

A card lives on days, not instants: a problem solved on Monday evening and again on Tuesday morning was
reviewed after one day, and a due date is a day. There are no steps within a day, and the library's own fuzz
stays off (it draws from the global generator); `spread` takes its place.

Importing `fsrs` takes as long as some commands may, so only a review does. `recall` is the one formula
repeated here, for what merely sorts and displays; a test holds it against the package.
"""

from __future__ import annotations

import zlib
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, NamedTuple

from drill.schedule.rating import Rating

if TYPE_CHECKING:
    from fsrs import Scheduler

DECAY = 0.1542  # FSRS-6's default parameter 20
_FACTOR = 0.9 ** (-1 / DECAY) - 1
# FSRS-6's bounds of each parameter; the `fsrs` package refuses what lies outside.
LOWEST = (
    *(0.001, 0.001, 0.001, 0.001, 1.0, 0.001, 0.001, 0.001, 0.0, 0.0, 0.001),
    *(0.001, 0.001, 0.001, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.1),
)
HIGHEST = (
    *(100.0, 100.0, 100.0, 100.0, 10.0, 4.0, 4.0, 0.75, 4.5, 0.8, 3.5),
    *(5.0, 0.25, 0.9, 4.0, 1.0, 6.0, 2.0, 2.0, 0.8, 0.8),
)


class Card(NamedTuple):
    """What is remembered of one problem. Days are `date.toordinal()`; `reviews` counts ratings."""

    stability: float  # days until recall falls to 0.9
    difficulty: float  # 1..10
    last_day: int
    due_day: int
    reviews: int
    rating: Rating  # the last one
    decay: float = DECAY  # of the forgetting curve: parameter 20 of those the card was reviewed with


def recall(stability: float, days: int, decay: float = DECAY) -> float:
    """FSRS-6's forgetting curve: the chance (0..1) of remembering after that many days."""
    factor = _FACTOR if decay == DECAY else 0.9 ** (-1 / decay) - 1
    return float((1 + factor * max(0, days) / stability) ** -decay)


def review(
    card: Card | None,
    rating: Rating,
    day: int,
    retention: float,
    key: str,
    parameters: tuple[float, ...] | None = None,
) -> Card:
    """The card after a rating on a day; None is a first rating. `key` names the card, for the spread.

    `parameters` are FSRS-6's 21; None means its defaults. A day before the card's last one (a clock that went
    back) counts as the same day.
    """
    import fsrs

    when = _instant(day)
    before = fsrs.Card(card_id=1, due=when)
    if card is not None:
        before = fsrs.Card(
            card_id=1,
            state=fsrs.State.Review,
            stability=card.stability,
            difficulty=card.difficulty,
            due=when,
            last_review=_instant(min(card.last_day, day)),
        )
    scheduler = _scheduler(retention, parameters)
    after, _ = scheduler.review_card(before, fsrs.Rating(int(rating)), when)
    assert after.stability is not None
    assert after.difficulty is not None
    reviews = card.reviews + 1 if card else 1
    days = spread((after.due - when).days, f"{key}:{reviews}")
    decay = scheduler.parameters[20]
    return Card(after.stability, after.difficulty, day, day + days, reviews, rating, decay)


def spread(days: int, key: str) -> int:
    """The interval moved by up to 5 % (at least a day, from 4 days on) either way, decided by `key`.

    Problems first learned together would otherwise come back together for ever.
    """
    if days < 4:
        return days
    width = max(1, round(days * 0.05))
    return days - width + zlib.crc32(key.encode()) % (2 * width + 1)


def _instant(day: int) -> datetime:
    return datetime(1, 1, 1, tzinfo=timezone.utc) + timedelta(days=day - 1)


_schedulers: dict[tuple[float, tuple[float, ...] | None], Scheduler] = {}


def _scheduler(retention: float, parameters: tuple[float, ...] | None) -> Scheduler:
    import fsrs

    key = retention, parameters
    if key not in _schedulers:
        _schedulers[key] = fsrs.Scheduler(
            parameters=parameters or fsrs.scheduler.DEFAULT_PARAMETERS,
            desired_retention=retention,
            learning_steps=(),
            relearning_steps=(),
            enable_fuzzing=False,
        )
    return _schedulers[key]
