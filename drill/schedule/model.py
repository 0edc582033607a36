"""FSRS-6's formulas in plain floats: for what asks thousands of times a second what a memory would be.

Reviews themselves go through the `fsrs` package (`drill.schedule.memory`); a test holds these against it.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp

from drill.schedule.rating import Rating

DEFAULTS = (
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796,
    1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
)  # fmt: skip
LEAST_STABILITY = 0.001
State = tuple[float, float]  # stability in days, difficulty 1..10


class Model:
    """The memory of one learner under 21 parameters."""

    def __init__(self, parameters: Sequence[float] = DEFAULTS) -> None:
        self.w = w = tuple(parameters)
        self.decay = -w[20]
        self.factor = 0.9 ** (1 / self.decay) - 1
        self._growth = exp(w[8])
        self._short = exp(w[17] * w[18])
        self._easiest = w[4] - exp(w[5] * 3) + 1
        damped = 2 * w[6] / 9  # Again is two below Good
        self._again_slope = (1 - w[7]) * (1 - damped)
        self._again_offset = w[7] * self._easiest + (1 - w[7]) * 10 * damped
        self._bonus = {Rating.HARD: w[15], Rating.GOOD: 1.0, Rating.EASY: w[16]}

    def recall(self, stability: float, days: float) -> float:
        """The chance (0..1) of remembering after that many days."""
        recalled: float = (1 + self.factor * days / stability) ** self.decay
        return recalled

    def first(self, rating: Rating) -> State:
        w = self.w
        return w[rating - 1], _difficulty(w[4] - exp(w[5] * (rating - 1)) + 1)

    def after(self, state: State, days: int, rating: Rating) -> State:
        """The state after a rating, that many whole days (none: the same day) after the one before."""
        stability, difficulty = state
        if days == 0:
            return self._same_day(stability, rating), self.difficulty(difficulty, rating)
        recalled = self.recall(stability, days)
        if rating == Rating.AGAIN:
            return self.forgotten(stability, difficulty, recalled), self.difficulty(difficulty, rating)
        grown = self.grown(stability, difficulty, recalled, self._bonus[rating])
        return grown, self.difficulty(difficulty, rating)

    def grown(self, stability: float, difficulty: float, recalled: float, bonus: float) -> float:
        """Stability after a review passed at this chance of recall; `bonus` is the rating's factor."""
        w = self.w
        gain = (11 - difficulty) * stability ** -w[9] * (exp((1 - recalled) * w[10]) - 1)
        return float(stability * (1 + self._growth * gain * bonus))

    def forgotten(self, stability: float, difficulty: float, recalled: float) -> float:
        """Stability after a review that was not passed."""
        w = self.w
        long = w[11] * difficulty ** -w[12] * ((stability + 1) ** w[13] - 1) * exp((1 - recalled) * w[14])
        return float(max(LEAST_STABILITY, min(long, stability / self._short)))

    def harder(self, difficulty: float) -> float:
        """Difficulty after a review that was not passed: `difficulty` for Again, quicker."""
        moved = self._again_slope * difficulty + self._again_offset
        return moved if 1.0 < moved < 10.0 else _difficulty(moved)

    def difficulty(self, difficulty: float, rating: Rating) -> float:
        """Difficulty after a rating."""
        w = self.w
        moved = difficulty - (10 - difficulty) * w[6] * (rating - 3) / 9
        return _difficulty(w[7] * self._easiest + (1 - w[7]) * moved)

    def bonus(self, rating: Rating) -> float:
        """How much more than Good a passed review of this rating strengthens."""
        return self._bonus[rating]

    def _same_day(self, stability: float, rating: Rating) -> float:
        w = self.w
        change = exp(w[17] * (rating - 3 + w[18])) * stability ** -w[19]
        return float(
            max(LEAST_STABILITY, stability * (change if rating == Rating.AGAIN else max(1.0, change)))
        )


def _difficulty(value: float) -> float:
    return min(max(value, 1.0), 10.0)
