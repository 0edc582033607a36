"""Which problems to practise on which days, so that as much as possible is remembered on the date.

A plan gives every problem a chain of days. What is maximised is the sum of weight times expected recall on
the date (`drill.schedule.forecast`), within the minutes of each day and along prerequisites. With all other
days held fixed, the best set for one day is a 0/1 knapsack: minutes are its capacity, and a problem's worth
is what its chain gains by this day. So the plan is improved day by day, forwards and backwards (coordinate
ascent), until it rests. Then it is shaken: a few days taken at random are cleared and filled again, and what
is better is kept; that is where most of the gain is. Tomorrow's plan starts from today's, so practice that
was missed, or turned out otherwise, costs little. docs/learning.md tells what else was tried and what it was
worth.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from random import Random

from drill.schedule.forecast import Chain, Forecast, Start
from drill.schedule.knapsack import best_subset

REVIEW_SHARE = 0.7  # of the minutes of a first time
NEW_SWEEPS, AGAIN_SWEEPS = 4, 2
NEW_SHAKES, AGAIN_SHAKES = 100, 10
_SHAKEN = 3  # days at a time, when refitting always with today among them
_UNITS_A_MINUTE, _MOST_UNITS = 2, 240  # how finely minutes are counted, and the largest knapsack
_LEAST = 1e-5  # a gain below this is none
_UNLOCKS = 0.5  # of a dependent's worth, for a problem that it still waits for
_NEVER = 1 << 60

Outline = Mapping[str, Chain]


@dataclass(frozen=True, slots=True)
class Item:
    """A problem to plan. `start` is its memory now, None for a new one; `needs` are prerequisites' keys."""

    key: str
    minutes: float
    weight: float
    start: Start | None
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Span:
    """The days there are, as ordinals: `today` up to, not with, `end`, the date.

    Each has `minutes`; of today's, `spent` are gone.
    """

    today: int
    end: int
    minutes: float
    spent: float = 0.0


def make_plan(
    items: Sequence[Item], span: Span, forecast: Forecast, rng: Random, before: Outline | None = None
) -> Outline:
    """The days for each item's key. `before` is an earlier plan to start from; what is past in it is ignored.

    `forecast` is of recall on the date.
    """
    board = _Board(items, span, forecast)
    if before is not None:
        board.resume(before)
    for sweep in range(AGAIN_SWEEPS if before else NEW_SWEEPS):
        days = range(span.today, span.end)
        for day in days if sweep % 2 == 0 else reversed(days):
            board.refill(day)
    for _ in range(AGAIN_SHAKES if before else NEW_SHAKES):
        board.shake(rng, with_today=before is not None)
    return {item.key: chain for item, chain in zip(items, board.chains, strict=True)}


def worth(items: Sequence[Item], outline: Outline, forecast: Forecast) -> float:
    """Expected recall on the date, weighted: 0..1."""
    total = sum(item.weight for item in items)
    values = (item.weight * forecast.value(item.start, outline.get(item.key, ())) for item in items)
    return sum(values) / total if total else 0.0


def day_of(items: Sequence[Item], outline: Outline, day: int) -> tuple[Item, ...]:
    """What is planned for a day: what may be forgotten first, new problems after what they need."""
    chosen = [item for item in items if day in outline.get(item.key, ())]
    return tuple(sorted(chosen, key=lambda item: item.start is None))


class _Board:
    """A plan in the making. `load` is what each day holds, in units of time."""

    def __init__(self, items: Sequence[Item], span: Span, forecast: Forecast) -> None:
        self.items, self.span, self.forecast = items, span, forecast
        self.chains: list[Chain] = [()] * len(items)
        self.load = dict.fromkeys(range(span.today, span.end), 0)
        unit = max(1 / _UNITS_A_MINUTE, span.minutes / _MOST_UNITS)
        self.room = dict.fromkeys(self.load, int(span.minutes / unit + 1e-9))
        self.room[span.today] = max(0, int((span.minutes - span.spent) / unit + 1e-9))
        self.new_cost = [max(1, ceil(item.minutes / unit - 1e-9)) for item in items]
        self.review_cost = [max(1, ceil(item.minutes * REVIEW_SHARE / unit - 1e-9)) for item in items]
        number = {item.key: i for i, item in enumerate(items)}
        self.needs = [tuple(number[k] for k in item.needs if k in number) for item in items]
        self.bound = [i for i, item in enumerate(items) if self.needs[i] and item.start is None]
        self.dependents: list[list[int]] = [[] for _ in items]
        for i, needs in enumerate(self.needs):
            for need in needs:
                self.dependents[need].append(i)

    def resume(self, before: Outline) -> None:
        """Take over what is still to come of another plan, as far as it fits."""
        for i, item in enumerate(self.items):
            self._set(i, tuple(d for d in before.get(item.key, ()) if d in self.load))
        self._mend()

    def refill(self, day: int) -> None:
        """Give a day its best set, all others being as they are."""
        chosen: list[int] = []
        gains: list[float] = []
        costs: list[int] = []
        capacity = self.room[day]
        for i in range(len(self.items)):
            if not self._allowed(i, day):
                continue
            cost = self._cost(i, day)
            if self._is_stuck(i, day):
                capacity -= cost
                continue
            gain = self._gain(i, day)
            if gain > _LEAST:
                chosen.append(i)
                gains.append(gain)
                costs.append(cost)
            elif day in self.chains[i]:
                self._drop(i, day)
        wanted = {chosen[k] for k in best_subset(gains, costs, capacity)}
        for i in chosen:
            if day in self.chains[i] and i not in wanted:
                self._drop(i, day)
        for i in wanted:
            if day not in self.chains[i]:
                self._set(i, tuple(sorted((*self.chains[i], day))))
        self._mend()

    def shake(self, rng: Random, with_today: bool) -> None:
        """Clear a few days and fill them again; everything is as it was unless that is better."""
        chains, load, before = self.chains.copy(), self.load.copy(), self._worth()
        days = rng.sample(list(self.load), min(_SHAKEN, len(self.load)))
        if with_today and self.span.today not in days:
            days[0] = self.span.today
        for i, chain in enumerate(chains):
            if not set(days).isdisjoint(chain):
                self._set(i, tuple(d for d in chain if d not in days))
        self._mend()
        for day in (*days, *days):
            self.refill(day)
        if self._worth() < before:
            self.chains, self.load = chains, load

    def _worth(self) -> float:
        value = self.forecast.value
        pairs = zip(self.items, self.chains, strict=True)
        return sum(item.weight * value(item.start, chain) for item, chain in pairs)

    # -- one item on one day ------------------------------------------------------------------------------

    def _gain(self, i: int, day: int) -> float:
        """What the day adds to the plan's worth, with that of the problems that could not be without it."""
        item, value = self.items[i], self.forecast.value
        rest = tuple(d for d in self.chains[i] if d != day)
        gain = item.weight * (value(item.start, tuple(sorted((*rest, day)))) - value(item.start, rest))
        if item.start is None and (not rest or day < rest[0]):
            gain += sum(self._hangs(j, day, rest[0] if rest else _NEVER) for j in self.dependents[i])
        return gain

    def _hangs(self, j: int, day: int, otherwise: int) -> float:
        """What a dependent is worth that needs this day: without it, what it needs would come `otherwise`."""
        item, chain = self.items[j], self.chains[j]
        if item.start is not None:
            return 0.0
        if chain:
            left = tuple(d for d in chain if d >= otherwise)
            return item.weight * (self.forecast.value(None, chain) - self.forecast.value(None, left))
        return _UNLOCKS * item.weight * self.forecast.value(None, (day,)) if otherwise == _NEVER else 0.0

    def _allowed(self, i: int, day: int) -> bool:
        """Whether what the problem needs comes before it, or on the same day."""
        return self.items[i].start is not None or all(self._first(need) <= day for need in self.needs[i])

    def _first(self, i: int) -> int:
        if self.items[i].start is not None:
            return -1
        return self.chains[i][0] if self.chains[i] else _NEVER

    def _is_stuck(self, i: int, day: int) -> bool:
        """A first time that must stay, because the review after it has no room to become the first."""
        chain = self.chains[i]
        if self.items[i].start is not None or len(chain) < 2 or chain[0] != day:
            return False
        return self.load[chain[1]] + self.new_cost[i] - self.review_cost[i] > self.room[chain[1]]

    def _cost(self, i: int, day: int) -> int:
        """In units, on a day that is in the chain or would be."""
        chain = self.chains[i]
        is_first = self.items[i].start is None and (not chain or day <= chain[0])
        return self.new_cost[i] if is_first else self.review_cost[i]

    # -- changing the plan ----------------------------------------------------------------------------------

    def _on(self, day: int) -> list[int]:
        return [i for i, chain in enumerate(self.chains) if day in chain]

    def _drop(self, i: int, day: int) -> None:
        self._set(i, tuple(d for d in self.chains[i] if d != day))

    def _set(self, i: int, chain: Chain) -> None:
        for day in self.chains[i]:
            self.load[day] -= self._cost(i, day)
        self.chains[i] = chain
        for day in chain:
            self.load[day] += self._cost(i, day)

    def _mend(self) -> None:
        """Take away what a change elsewhere has made impossible, until nothing is."""
        while self._unordered() or self._overloaded():
            pass

    def _unordered(self) -> bool:
        """Days on which a problem would come before one that it needs."""
        changed = False
        for i in self.bound:
            chain = self.chains[i]
            if chain and chain[0] < (earliest := max(map(self._first, self.needs[i]))):
                self._set(i, tuple(d for d in chain if d >= earliest))
                changed = True
        return changed

    def _overloaded(self) -> bool:
        """Days that hold more than they have room for, since a review became a first time."""
        changed = False
        for day, room in self.room.items():
            while self.load[day] > room:
                self._drop(min(self._on(day), key=lambda i: self._gain(i, day) / self._cost(i, day)), day)
                changed = True
        return changed
