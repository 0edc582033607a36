"""What would be remembered on the date without a plan: `next` as it is otherwise, played through.

What is due comes first, least remembered first, then what is new, as the minutes allow; outcomes are drawn
from the memory model and the learner's habits. An average over some such courses is the figure to compare
a plan with.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from drill.schedule.forecast import Habits, Start
from drill.schedule.model import Model
from drill.schedule.plan import REVIEW_SHARE, Item, Span
from drill.schedule.rating import Rating

COURSES = 10
_PASSES = (Rating.HARD, Rating.GOOD, Rating.EASY)


def usual(
    items: Sequence[Item], span: Span, model: Model, habits: Habits, retention: float, rng: Random
) -> float:
    """Expected recall on the date, weighted (0..1), when what is due comes first, then new items in order."""
    total = sum(item.weight for item in items)
    if not total:
        return 0.0
    courses = [_Course(items, span, model, habits, retention, rng).played() for _ in range(COURSES)]
    return sum(courses) / (COURSES * total)


class _Course:
    def __init__(
        self, items: Sequence[Item], span: Span, model: Model, habits: Habits, retention: float, rng: Random
    ) -> None:
        self.items, self.span, self.model, self.habits, self.rng = items, span, model, habits, rng
        self.interval = (retention ** (1 / model.decay) - 1) / model.factor  # in stabilities
        self.memory: list[Start | None] = [item.start for item in items]

    def played(self) -> float:
        for day in range(self.span.today, self.span.end):
            if self.rng.random() < self.habits.kept:
                self._practise(day)
        recall, end = self.model.recall, self.span.end
        known = zip(self.items, self.memory, strict=True)
        return sum(item.weight * recall(m[0], end - m[2]) for item, m in known if m)

    def _practise(self, day: int) -> None:
        left = self.span.minutes - (self.span.spent if day == self.span.today else 0)
        for i in self._queue(day):
            cost = self.items[i].minutes * (REVIEW_SHARE if self.memory[i] else 1)
            if cost <= left:
                left -= cost
                self.memory[i] = (*self._reviewed(self.memory[i], day), day)

    def _queue(self, day: int) -> list[int]:
        due: list[tuple[float, int]] = []
        new: list[int] = []
        for i, memory in enumerate(self.memory):
            if memory is None:
                new.append(i)
            elif day - memory[2] >= max(1, round(memory[0] * self.interval)):
                due.append((self.model.recall(memory[0], day - memory[2]), i))
        return [i for _, i in sorted(due)] + new

    def _reviewed(self, memory: Start | None, day: int) -> tuple[float, float]:
        if memory is None:
            return self.model.first(self.rng.choices(tuple(Rating), self.habits.first)[0])
        stability, difficulty, last = memory
        passed = self.rng.random() < self.model.recall(stability, day - last)
        rating = self.rng.choices(_PASSES, self.habits.passed)[0] if passed else Rating.AGAIN
        return self.model.after((stability, difficulty), day - last, rating)
