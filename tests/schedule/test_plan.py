"""Plans: within the minutes, along prerequisites, better than what they started from, the same every time."""

from __future__ import annotations

from itertools import combinations
from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from drill.schedule.forecast import Chain, Forecast, Habits
from drill.schedule.knapsack import ENOUGH, best_subset
from drill.schedule.model import Model
from drill.schedule.plan import REVIEW_SHARE, Item, Outline, Span, day_of, make_plan, worth
from drill.schedule.usual import usual

CERTAIN = Habits(kept=1.0)


def forecast(date: int, habits: Habits = CERTAIN, hopeful: bool = True) -> Forecast:
    return Forecast(date, Model(), habits, hopeful)


def plan(items: list[Item], span: Span, before: Outline | None = None) -> Outline:
    return make_plan(items, span, forecast(span.end), Random(1), before)


def minutes_on(items: list[Item], outline: Outline, day: int) -> float:
    total = 0.0
    for item in items:
        chain = outline[item.key]
        if day in chain:
            total += item.minutes * (1 if item.start is None and day == chain[0] else REVIEW_SHARE)
    return total


def check(items: list[Item], span: Span, outline: Outline) -> None:
    """What holds of every plan."""
    assert set(outline) == {item.key for item in items}
    for day in range(span.today, span.end):
        spent = span.spent if day == span.today else 0
        assert minutes_on(items, outline, day) <= max(0, span.minutes - spent) + 1e-6
    by_key = {item.key: item for item in items}
    for item in items:
        chain = outline[item.key]
        assert list(chain) == sorted(set(chain))
        assert all(span.today <= day < span.end for day in chain)
        for need in item.needs if item.start is None and chain else ():
            if need in by_key and by_key[need].start is None:
                assert outline[need]
                assert outline[need][0] <= chain[0]


starts = st.one_of(
    st.none(), st.tuples(st.floats(0.1, 50), st.floats(1, 10), st.integers(-30, 0).map(lambda d: 100 + d))
)


@st.composite
def worlds(draw: st.DrawFn) -> tuple[list[Item], Span]:
    size = draw(st.integers(1, 9))
    items = []
    for i in range(size):
        needs = draw(st.lists(st.sampled_from([f"p{j}" for j in range(size)] + ["gone"]), max_size=2))
        minutes = draw(st.sampled_from([3, 10, 12, 15, 25, 45]))
        weight = draw(st.sampled_from([0.5, 1, 5]))
        items.append(Item(f"p{i}", minutes, weight, draw(starts), tuple(n for n in needs if n != f"p{i}")))
    length, daily = draw(st.integers(1, 12)), draw(st.sampled_from([5, 20, 45, 90, 480]))
    return items, Span(100, 100 + length, daily, draw(st.sampled_from([0, 0, 12, 1000])))


@settings(max_examples=60, deadline=None)
@given(worlds(), worlds())
def test_every_plan_keeps_the_rules(world: tuple[list[Item], Span], other: tuple[list[Item], Span]) -> None:
    items, span = world
    outline = plan(items, span)
    check(items, span, outline)
    again = plan(items, span, plan(*other))  # also out of another world's plan
    check(items, span, again)


def test_it_is_the_same_every_time() -> None:
    items = [Item(f"p{i}", 10 + i, 1, None) for i in range(8)]
    assert plan(items, Span(0, 10, 30)) == plan(items, Span(0, 10, 30))


def test_weights_decide_when_time_is_short() -> None:
    items = [Item("light", 20, 1, None), Item("heavy", 20, 5, None)]
    outline = plan(items, Span(0, 1, 20))
    assert outline == {"light": (), "heavy": (0,)}


def test_a_problem_is_learned_for_what_needs_it() -> None:
    items = [Item("dear", 10, 5, None, ("key",)), Item("key", 10, 0.1, None), Item("other", 10, 1, None)]
    outline = plan(items, Span(0, 1, 20))
    assert outline["key"] == outline["dear"] == (0,)
    assert outline["other"] == ()


def test_a_circle_of_prerequisites_is_no_trap() -> None:
    items = [Item("a", 10, 1, None, ("b",)), Item("b", 10, 1, None, ("a",)), Item("c", 10, 1, None)]
    assert plan(items, Span(0, 3, 20))["c"]


def test_what_is_forgotten_soonest_is_reviewed() -> None:
    items = [Item("weak", 10, 1, (0.5, 7.0, -9)), Item("strong", 10, 1, (400.0, 5.0, -9))]
    outline = plan(items, Span(0, 1, 7))
    assert outline == {"weak": (0,), "strong": ()}


def test_a_refit_is_no_worse_than_the_plan_it_starts_from() -> None:
    items = [Item(f"p{i}", (10, 15, 20, 25)[i % 4], 1, None) for i in range(12)]
    span = Span(0, 12, 30)
    first = plan(items, span)
    again = plan(items, span, first)
    assert worth(items, again, forecast(12)) >= worth(items, first, forecast(12)) - 1e-9


def test_minutes_that_are_gone_today_are_not_planned() -> None:
    items = [Item(f"p{i}", 10, 1, None) for i in range(6)]
    outline = plan(items, Span(0, 3, 30, spent=25))
    assert minutes_on(items, outline, 0) == 0
    assert minutes_on(items, outline, 1) == 30


def test_reviews_come_before_new_problems() -> None:
    items = [Item("new", 10, 1, None), Item("old", 10, 1, (1.0, 5.0, -3))]
    assert [item.key for item in day_of(items, {"new": (0,), "old": (0,)}, 0)] == ["old", "new"]


# -- the forecast --------------------------------------------------------------------------------------------


def test_without_misses_a_chain_of_one_is_the_mean_over_first_ratings() -> None:
    habits, model = Habits(first=(0.5, 0, 0, 0.5), kept=1.0), Model()
    expected = 0.5 * model.recall(model.w[0], 7) + 0.5 * model.recall(model.w[3], 7)
    assert forecast(10, habits).value(None, (3,)) == pytest.approx(expected)


def test_a_review_that_may_be_missed_is_a_mixture() -> None:
    start = (4.0, 5.0, 0)
    sure, never = forecast(20).value(start, (10,)), forecast(20).value(start, ())
    likely = forecast(20, Habits(kept=0.75)).value(start, (10,))
    assert likely == pytest.approx(0.75 * sure + 0.25 * never)


@given(st.lists(st.integers(0, 29), max_size=9, unique=True).map(sorted).map(tuple))
def test_it_is_a_chance(chain: Chain) -> None:
    value = forecast(30, Habits()).value(None, chain)
    assert 0 <= value <= 1
    assert (value == 0) == (not chain)


@pytest.mark.parametrize("chain", [(0, 3, 8, 15, 22), (2, 9, 20, 28), tuple(range(8))])
def test_merging_possibilities_hardly_changes_the_chance(
    monkeypatch: pytest.MonkeyPatch, chain: Chain
) -> None:
    merged = forecast(30, Habits(), hopeful=False).value(None, chain)
    hopeful = forecast(30, Habits()).value(None, chain)
    monkeypatch.setattr("drill.schedule.forecast._FEW", 10**6)
    every = forecast(30, Habits(), hopeful=False).value(None, chain)
    assert merged == pytest.approx(every, abs=0.012)
    assert every < hopeful < 1


def test_habits_are_learned() -> None:
    learned = Habits().learned((90, 0, 0, 0), (0, 0, 90), (0, 90))
    assert learned.first[0] == pytest.approx(0.93)
    assert learned.passed[2] == pytest.approx(0.92)
    assert learned.kept == pytest.approx(0.09)
    assert Habits().learned((0,) * 4, (0,) * 3) == Habits()


# -- the usual order, the knapsack ---------------------------------------------------------------------------


def test_the_plan_is_worth_more_than_the_usual_order() -> None:
    items = [Item(f"p{i}", (10, 15, 20, 25)[i % 4], 1, None) for i in range(20)]
    span, habits = Span(0, 20, 30), Habits()
    planned = make_plan(items, span, forecast(20, habits), Random(1))
    otherwise = usual(items, span, Model(), habits, 0.9, Random(1))
    assert worth(items, planned, forecast(20, habits)) > otherwise + 0.1


THINGS = st.lists(st.tuples(st.floats(0.01, 5), st.integers(1, 30)), max_size=8)


@given(THINGS, st.integers(20, 60))
def test_the_knapsack_is_exact_where_it_looks_at_everything(
    things: list[tuple[float, int]], capacity: int
) -> None:
    gains, costs = [g for g, _ in things], [c for _, c in things]
    assume(sum(cost for cost in costs if cost <= capacity) <= ENOUGH * capacity)
    chosen = best_subset(gains, costs, capacity)
    assert sum(costs[i] for i in chosen) <= capacity
    subsets = (s for n in range(len(things) + 1) for s in combinations(range(len(things)), n))
    best = max(sum(gains[i] for i in s) for s in subsets if sum(costs[i] for i in s) <= capacity)
    assert sum(gains[i] for i in chosen) == pytest.approx(best)


@given(THINGS, st.integers(0, 60))
def test_the_knapsack_gains_at_least_what_the_densest_items_do(
    things: list[tuple[float, int]], capacity: int
) -> None:
    gains, costs = [g for g, _ in things], [c for _, c in things]
    chosen = best_subset(gains, costs, capacity)
    assert sum(costs[i] for i in chosen) <= capacity
    fitting = [i for i, cost in enumerate(costs) if cost <= capacity]
    densest, room = 0.0, capacity
    for i in sorted(fitting, key=lambda i: -gains[i] / costs[i]):
        if costs[i] > room:
            break
        densest, room = densest + gains[i], room - costs[i]
    assert sum(gains[i] for i in chosen) >= densest - 1e-9


def test_a_forecast_of_an_evening_on_the_way() -> None:
    """It knows of the practice up to that day and of none after it, and ends with the value."""
    start, chain = (5.0, 5.0, 0), (4, 9, 9 + 8)
    found = forecast(20, Habits(), hopeful=False)
    assert found.on(3, start, chain) == Model().recall(5.0, 3)
    assert found.on(4, start, chain) == found.on(4, start, (4,)) > found.on(4, start, ())
    assert found.on(16, start, chain) == found.on(16, start, (4, 9))
    assert found.on(20, start, chain) == found.value(start, chain)
    assert found.on(3, None, chain) == 0.0
    assert found.on(4, None, chain) == pytest.approx(0.9)
