"""SM-2 (Woźniak 1990), to compare with: what it schedules, and the recall that its interval implies."""

from __future__ import annotations

from typing import NamedTuple

from drill.schedule.rating import Rating

_QUALITY = {Rating.AGAIN: 1, Rating.HARD: 3, Rating.GOOD: 4, Rating.EASY: 5}


class Sm2(NamedTuple):
    """`interval` in days; `passes` in a row."""

    ease: float
    interval: int
    passes: int


FRESH = Sm2(2.5, 0, 0)


def after(card: Sm2, rating: Rating) -> Sm2:
    """The card after a rating."""
    quality = _QUALITY[rating]
    if quality < 3:
        return Sm2(card.ease, 1, 0)
    ease = max(1.3, card.ease + 0.1 - (5 - quality) * (0.08 + (5 - quality) * 0.02))
    interval = (1, 6)[card.passes] if card.passes < 2 else round(card.interval * card.ease)
    return Sm2(ease, interval, card.passes + 1)


def recall(card: Sm2, days: int) -> float:
    """SM-2 has no chance of recall; the usual reading is 0.9 at the end of its interval."""
    return float(0.9 ** (days / max(1, card.interval)))
