"""What a problem would be worth on the date if it were practised on these days and no others.

A memory in the future is a handful of possibilities: each practice may be missed, and what is practised may
be remembered or not. `Forecast` follows them with FSRS-6 and weighs recall on the date. The possibilities of
a beginning of a chain of days are kept, so a chain that differs from another in its last day costs one step.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log

from drill.schedule.model import Model
from drill.schedule.rating import Rating

Chain = tuple[int, ...]  # days of practice, ascending
Start = tuple[float, float, int]  # stability, difficulty, the day of the last review
_Branch = tuple[float, float, float, int]  # probability, stability, difficulty, last day
_Tree = tuple[float, list[_Branch]]  # probability of never having been practised, and the rest

_MOST = 12  # possibilities that a hopeful forecast follows at once
_FEW = 8  # possibilities that a sober one follows as they are
_ALIKE = 2.0  # difference of log stability below which two of them become one
_SURE = 0.995  # a review that will pass almost surely is not split
_PRIOR = 10.0  # ratings, or days


@dataclass(frozen=True, slots=True)
class Habits:
    """What one may expect of the learner. Probabilities; `passed` is Hard, Good, Easy given a pass.

    A problem that one has never written is seldom easy, unlike a flashcard.
    """

    first: tuple[float, float, float, float] = (0.3, 0.3, 0.3, 0.1)
    passed: tuple[float, float, float] = (0.2, 0.6, 0.2)
    kept: float = 0.9  # of the days planned

    def learned(self, firsts: Sequence[int], passes: Sequence[int], days: tuple[int, int] = (0, 0)) -> Habits:
        """With the learner's own counts, against which these expectations count for `_PRIOR`.

        `firsts`: first ratings, Again to Easy; `passes`: passed reviews, Hard to Easy; `days`: kept, planned.
        """
        first, passed = _shares(self.first, firsts), _shares(self.passed, passes)
        kept, _ = _shares((self.kept, 1 - self.kept), (days[0], days[1] - days[0]))
        return Habits((first[0], first[1], first[2], first[3]), (passed[0], passed[1], passed[2]), kept)


def _shares(prior: Sequence[float], counts: Sequence[int]) -> list[float]:
    total = _PRIOR + sum(counts)
    return [(p * _PRIOR + n) / total for p, n in zip(prior, counts, strict=True)]


class Forecast:
    """Expected recall on a day under a memory model and habits.

    A sober forecast is within 0.01 of following every possibility. A hopeful one follows the likeliest only
    and so passes over runs of lapses; planning with it is better, since a plan is refitted when they happen.
    """

    def __init__(self, date: int, model: Model, habits: Habits, hopeful: bool) -> None:
        self.date, self.model, self.habits = date, model, habits
        self._reduced = _likeliest if hopeful else _merged
        self._first = [(p, *model.first(r)) for p, r in zip(habits.first, Rating, strict=True)]
        passed = list(zip(habits.passed, (Rating.HARD, Rating.GOOD, Rating.EASY), strict=True))
        self._bonus = sum(p * model.bonus(r) for p, r in passed)
        self._values: dict[Start | None, dict[Chain, float]] = {}
        self._trees: dict[Start | None, dict[Chain, _Tree]] = {}

    def value(self, start: Start | None, chain: Chain) -> float:
        """Expected recall (0..1) on the date; a problem that is never practised counts 0."""
        known = self._values.setdefault(start, {})
        value = known.get(chain)
        if value is None:
            value = known[chain] = self._value(start, chain, self.date)
        return value

    def on(self, day: int, start: Start | None, chain: Chain) -> float:
        """The same on the evening of another day: after what the chain has up to it."""
        return self._value(start, chain[: bisect(chain, day)], day)

    def _value(self, start: Start | None, chain: Chain, day: int) -> float:
        recall = self.model.recall
        _, branches = self._tree(start, chain)
        return sum(p * recall(s, day - last) for p, s, _, last in branches)

    def _tree(self, start: Start | None, chain: Chain) -> _Tree:
        trees = self._trees.setdefault(start, {})
        tree = trees.get(chain)
        if tree is None:
            if chain:
                tree = self._practised(self._tree(start, chain[:-1]), chain[-1])
            else:
                tree = (1.0, []) if start is None else (0.0, [(1.0, *start)])
            trees[chain] = tree
        return tree

    def _practised(self, tree: _Tree, day: int) -> _Tree:
        """One day of practice more."""
        model, kept, bonus = self.model, self.habits.kept, self._bonus
        recall, grown_to, forgotten_to, harder = model.recall, model.grown, model.forgotten, model.harder
        unseen, branches = tree
        grown: list[_Branch] = []
        for p, stability, difficulty, last in branches:
            recalled = recall(stability, day - last)
            done = p * kept  # a pass leaves the difficulty as it is, on average
            grown.append((done * recalled, grown_to(stability, difficulty, recalled, bonus), difficulty, day))
            if recalled < _SURE:
                lost = forgotten_to(stability, difficulty, recalled)
                grown.append((done * (1 - recalled), lost, harder(difficulty), day))
            if kept < 1:
                grown.append((p - done, stability, difficulty, last))
        if unseen:
            grown += [(unseen * kept * p, s, d, day) for p, s, d in self._first]
        return unseen * (1 - kept), self._reduced(grown)


def _likeliest(branches: list[_Branch]) -> list[_Branch]:
    """The likeliest ones, made to weigh as much as all."""
    if len(branches) <= _MOST:
        return branches
    branches.sort(key=lambda branch: -branch[0])
    kept = branches[:_MOST]
    scale = sum(b[0] for b in branches) / sum(b[0] for b in kept)
    return [(p * scale, s, d, last) for p, s, d, last in kept]


def _merged(branches: list[_Branch]) -> list[_Branch]:
    """Fewer possibilities: those last practised on the same day with about the same stability become one."""
    if len(branches) <= _FEW:
        return branches
    sums: dict[tuple[int, int], list[float]] = {}
    for p, stability, difficulty, last in branches:
        size = log(stability)
        alike = sums.setdefault((last, int(size / _ALIKE + 100)), [0.0, 0.0, 0.0])
        alike[0] += p
        alike[1] += p * size
        alike[2] += p * difficulty
    return [(p, exp(s / p), d / p, last) for (last, _), (p, s, d) in sums.items()]
