"""The order of what is due and of what is new."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from drill.schedule.queue import Due, New, interleave, introduce, ready

dues = st.lists(
    st.builds(Due, st.uuids().map(str), st.sampled_from("abc"), st.floats(0, 1)),
    max_size=12,
    unique_by=lambda d: d.problem,
)


def due(*rows: tuple[str, str, float]) -> list[Due]:
    return [Due(*row) for row in rows]


def new(problem: str, topic: str = "t", difficulty: str = "easy", *prerequisites: str) -> New:
    return New(problem, topic, difficulty, prerequisites)


def test_least_remembered_first() -> None:
    served = interleave(due(("a", "x", 0.9), ("b", "y", 0.2), ("c", "z", 0.5)), None)
    assert [d.problem for d in served] == ["b", "c", "a"]


def test_topics_take_turns() -> None:
    served = interleave(due(("a", "x", 0.1), ("b", "x", 0.2), ("c", "y", 0.9), ("d", "x", 0.3)), None)
    assert [d.problem for d in served] == ["a", "c", "b", "d"]


def test_the_topic_practised_last_waits() -> None:
    assert [d.problem for d in interleave(due(("a", "x", 0.1), ("b", "y", 0.2)), "x")] == ["b", "a"]
    assert [d.problem for d in interleave(due(("a", "x", 0.1)), "x")] == ["a"]


@given(dues, st.sampled_from([None, "a", "b"]))
def test_interleaving_loses_nothing_and_repeats_a_topic_only_when_it_must(
    rows: list[Due], last: str | None
) -> None:
    served = interleave(rows, last)
    assert sorted(d.problem for d in served) == sorted(d.problem for d in rows)
    for i, row in enumerate(served):
        previous = served[i - 1].topic if i else last
        if row.topic == previous:
            assert all(later.topic == previous for later in served[i:])


def test_prerequisites_hold_back_only_while_unfinished() -> None:
    assert [n.problem for n in ready([new("a"), new("b", "t", "easy", "a")])] == ["a"]
    assert [n.problem for n in ready([new("b", "t", "easy", "a", "unknown")])] == ["b"]


def test_a_circle_of_prerequisites_hides_nothing() -> None:
    circle = [new("a", "t", "easy", "b"), new("b", "t", "easy", "a")]
    assert [n.problem for n in ready(circle)] == ["a", "b"]


def test_new_problems_come_from_the_topic_least_begun_easy_first() -> None:
    rows = [new("a", "x"), new("b", "x"), new("c", "y", "hard"), new("d", "z", "medium")]
    assert [n.problem for n in introduce(rows, [])] == ["a", "b", "d", "c"]
    assert [n.problem for n in introduce(rows, ["x", "z"])] == ["c", "a", "b", "d"]
