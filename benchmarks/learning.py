"""How much is remembered on the date: the plan against other ways to spend the same minutes.

    python -m benchmarks.learning                    # 200 learners, 20, 45 and 90 minutes; docs/learning.md
    python -m benchmarks.learning --learners 100 --policies reviews,order        # the two baselines

A simulated learner's memory follows FSRS-6 with parameters that no policy knows: the defaults, each times
0.7 to 1.4 (initial stabilities 0.6 to 1.6, then sorted). 40 problems, each with its own solve time of 10 to
30 minutes, 0.7 of it when seen before; 30 days of so many minutes, one day in ten missed. A first attempt is
rated Again, Hard, Good or Easy with 0.35, 0.25, 0.3, 0.1; later ones pass with the true chance of recall,
then Hard, Good or Easy with 0.25, 0.6, 0.15. What counts is recall on day 30, weighted over all 40 problems
(never practised: 0). All policies meet the same learners; differences are paired.

The plan is what ships: `drill.schedule`'s `make_plan` and `Habits`, refitted every day from what a learner's
log shows, and nothing else.
"""

from __future__ import annotations

import argparse
import statistics
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from random import Random

from drill.schedule.forecast import Forecast, Habits
from drill.schedule.memory import HIGHEST, LOWEST
from drill.schedule.model import DEFAULTS, Model, State
from drill.schedule.plan import REVIEW_SHARE, Item, Outline, Span, day_of, make_plan
from drill.schedule.rating import Rating

PROBLEMS, DAYS = 40, 30
BUDGETS = (20, 45, 90)
SOLVE_TIMES = (10, 12, 15, 20, 25, 30)
FIRST, PASSED = (0.35, 0.25, 0.3, 0.1), (0.25, 0.6, 0.15)
_PASSES = (Rating.HARD, Rating.GOOD, Rating.EASY)


@dataclass
class Memory:
    """A problem as some model sees it."""

    state: State
    last: int


@dataclass
class View:
    """What a policy may know: `cards` are as FSRS-6 with default parameters sees them."""

    minutes: list[float]
    weights: list[float]
    budget: float
    day: int = 0
    left: float = 0.0
    cards: dict[int, Memory] = field(default_factory=dict)
    done: set[int] = field(default_factory=set)
    log: list[tuple[int, int, Rating]] = field(default_factory=list)  # problem, day, rating

    def cost(self, i: int) -> float:
        return self.minutes[i] * (REVIEW_SHARE if i in self.cards else 1.0)

    def fitting(self) -> list[int]:
        return [i for i in range(PROBLEMS) if i not in self.done and self.cost(i) <= self.left]


Policy = Callable[[View], "int | None"]
_model = Model()


def learner(seed: int) -> tuple[Model, list[float], Random]:
    """True memory, solve times and the generator of outcomes."""
    r = Random(seed)
    true = [x * r.uniform(0.7, 1.4) for x in DEFAULTS]
    true[:4] = sorted(DEFAULTS[i] * r.uniform(0.6, 1.6) for i in range(4))
    true = [min(max(x, low), high) for x, low, high in zip(true, LOWEST, HIGHEST, strict=True)]
    return Model(true), [float(r.choice(SOLVE_TIMES)) for _ in range(PROBLEMS)], r


def weights_of(seed: int, weighted: bool) -> list[float]:
    """Ones, or 1 to 5 at random."""
    r = Random(f"weights {seed}")
    return [float(r.randint(1, 5)) if weighted else 1.0 for _ in range(PROBLEMS)]


def run(policy: Policy, seed: int, budget: float, weighted: bool = False) -> float:
    """Weighted recall on the date, 0..1."""
    truth, minutes, r = learner(seed)
    view = View(minutes, weights_of(seed, weighted), budget)
    real: dict[int, Memory] = {}
    for view.day in range(DAYS):
        if r.random() < 0.1:
            continue
        view.left, view.done = budget, set()
        while (i := policy(view)) is not None and i not in view.done and view.cost(i) <= view.left:
            view.left -= view.cost(i)
            view.done.add(i)
            rating = _attempt(truth, real.get(i), view.day, r)
            real[i] = _reviewed(truth, real.get(i), view.day, rating)
            view.cards[i] = _reviewed(_model, view.cards.get(i), view.day, rating)
            view.log.append((i, view.day, rating))
    # The date is the midnight that ends the last day: whole days since then, as FSRS counts them.
    recalled = (view.weights[i] * truth.recall(m.state[0], DAYS - 1 - m.last) for i, m in real.items())
    return sum(recalled) / sum(view.weights)


def _attempt(truth: Model, memory: Memory | None, day: int, r: Random) -> Rating:
    if memory is None:
        return r.choices(tuple(Rating), FIRST)[0]
    if r.random() < truth.recall(memory.state[0], day - memory.last):
        return r.choices(_PASSES, PASSED)[0]
    return Rating.AGAIN


def _reviewed(model: Model, memory: Memory | None, day: int, rating: Rating) -> Memory:
    if memory is None:
        return Memory(model.first(rating), day)
    return Memory(model.after(memory.state, day - memory.last, rating), day)


# -- the policies --------------------------------------------------------------------------------------------


def reviews_first(view: View) -> int | None:
    """Plain FSRS at 0.9: what is due, least recalled first, then the next new problem."""
    fits = view.fitting()
    due = [
        i
        for i in fits
        if i in view.cards and view.cards[i].last + max(1, round(view.cards[i].state[0])) <= view.day
    ]
    if due:
        return min(due, key=lambda i: _model.recall(view.cards[i].state[0], view.day - view.cards[i].last))
    return next((i for i in fits if i not in view.cards), None)


def in_order_again(view: View) -> int | None:
    """Curriculum order, then the least recently practised again."""
    fits = view.fitting()
    new = [i for i in fits if i not in view.cards]
    return new[0] if new else min(fits, key=lambda i: view.cards[i].last, default=None)


def at_random(view: View) -> int | None:
    """Anything that fits."""
    fits = view.fitting()
    return Random(f"{view.day} {len(view.log)} {view.minutes}").choice(fits) if fits else None


def sm2(view: View) -> int | None:
    """SM-2's intervals: what is due, most overdue first, then the next new problem."""
    fits = view.fitting()
    due = {i: day for i, day in _sm2_due(view.log).items() if i in fits and day <= view.day}
    if due:
        return min(due, key=lambda i: due[i])
    return next((i for i in fits if i not in view.cards), None)


def _sm2_due(log: Sequence[tuple[int, int, Rating]]) -> dict[int, int]:
    from drill.schedule.sm2 import FRESH, after

    cards = dict.fromkeys((i for i, _, _ in log), FRESH)
    due: dict[int, int] = {}
    for i, day, rating in log:
        cards[i] = after(cards[i], rating)
        due[i] = day + cards[i].interval
    return due


class Plan:
    """`drill plan` and `drill next`, day by day. `habits`: what is expected before there is a log."""

    def __init__(self, habits: Habits | None = None) -> None:
        self.habits = habits or Habits()
        self.fitted = -1
        self.practised = 0  # days
        self.outline: Outline | None = None
        self.today: list[int] = []

    def __call__(self, view: View) -> int | None:
        if view.day != self.fitted:
            self._refit(view)
        return next((i for i in self.today if i not in view.done and view.cost(i) <= view.left), None)

    def _refit(self, view: View) -> None:
        habits = self.habits.learned(*_counts(view.log), (self.practised, view.day))
        self.fitted, self.practised = view.day, self.practised + 1
        items = [_item(view, i) for i in range(PROBLEMS)]
        forecast = Forecast(DAYS, _model, habits, hopeful=True)
        span, rng = Span(view.day, DAYS, view.budget), Random(view.day)
        self.outline = make_plan(items, span, forecast, rng, self.outline)
        self.today = [int(item.key) for item in day_of(items, self.outline, view.day)]


def _item(view: View, i: int) -> Item:
    card = view.cards.get(i)
    return Item(str(i), view.minutes[i], view.weights[i], (*card.state, card.last) if card else None)


def _counts(log: Sequence[tuple[int, int, Rating]]) -> tuple[list[int], list[int]]:
    """First ratings and passes by rating."""
    firsts, passes, seen = [0] * 4, [0] * 3, set[int]()
    for i, _, rating in log:
        if i not in seen:
            firsts[rating - 1] += 1
            seen.add(i)
        elif rating > Rating.AGAIN:
            passes[rating - 2] += 1
    return firsts, passes


POLICIES: dict[str, Callable[[], Policy]] = {
    "reviews": lambda: reviews_first,
    "order": lambda: in_order_again,
    "sm2": lambda: sm2,
    "random": lambda: at_random,
    "plan": Plan,
}
NAMES = {
    "reviews": "FSRS, reviews first",
    "order": "curriculum order, again",
    "sm2": "SM-2",
    "random": "random",
    "plan": "the plan",
}


# -- the comparison ------------------------------------------------------------------------------------------


def interval(values: Sequence[float]) -> tuple[float, float]:
    """Mean and half the width of its 95 % interval."""
    half = 1.96 * statistics.stdev(values) / len(values) ** 0.5 if len(values) > 1 else float("nan")
    return statistics.mean(values), half


def table(results: dict[str, list[float]]) -> Iterator[str]:
    """One line a policy: its mean, and by how much the plan is above it, learner by learner."""
    plan = results.get("plan")
    for name, values in results.items():
        mean, _ = interval(values)
        line = f"  {NAMES[name]:24} {mean:.3f}"
        if plan is not None and name != "plan":
            difference, half = interval([p - v for p, v in zip(plan, values, strict=True)])
            line += f"   plan {difference:+.4f} ± {half:.4f}"
        yield line


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="The plan against other ways to spend the same minutes.")
    parser.add_argument("--learners", type=int, default=200)
    parser.add_argument("--first", type=int, default=0, help="the first learner's seed")
    parser.add_argument("--minutes", default=",".join(map(str, BUDGETS)))
    parser.add_argument("--policies", default=",".join(POLICIES))
    parser.add_argument("--weights", choices=("equal", "1-5", "both"), default="both")
    chosen = parser.parse_args(arguments)
    seeds = range(chosen.first, chosen.first + chosen.learners)
    for weighted in {"equal": (False,), "1-5": (True,), "both": (False, True)}[chosen.weights]:
        for budget in map(float, chosen.minutes.split(",")):
            results = {
                name: [run(POLICIES[name](), seed, budget, weighted) for seed in seeds]
                for name in chosen.policies.split(",")
            }
            weights = "weights 1 to 5" if weighted else "equal weights"
            print(f"{budget:g} minutes a day, {weights}, {len(seeds)} learners")
            print("\n".join(table(results)))
            sys.stdout.flush()


if __name__ == "__main__":
    main()
