"""The order of the course."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from drill.bank.order import curriculum
from drill.bank.schema import Difficulty, Summary


def problem(
    name: str, difficulty: Difficulty = "easy", *needs: str, topic: str = "t", minutes: int = 5
) -> Summary:
    return Summary(name, name, topic, difficulty, minutes, ("numpy",), needs, Path(), "")


def ids(*summaries: Summary, topics: tuple[str, ...] = ()) -> list[str]:
    return [summary.id for summary in curriculum(summaries, topics)]


def test_the_easier_the_shorter_the_earlier_name() -> None:
    assert ids(
        problem("c", "hard"),
        problem("b", minutes=9),
        problem("e", "medium"),
        problem("d"),
        problem("a", minutes=9),
    ) == ["d", "a", "b", "e", "c"]


def test_prerequisites_come_first() -> None:
    assert ids(
        problem("easy-but-late", "easy", "hard-but-first"),
        problem("hard-but-first", "hard"),
        problem("middle", "medium", "unknown", "of-another-topic"),
        problem("of-another-topic", "hard", topic="u"),
    ) == ["middle", "hard-but-first", "easy-but-late", "of-another-topic"]


def test_what_others_build_on_comes_before_what_is_shorter() -> None:
    assert ids(
        problem("aside"), problem("ground", minutes=20), problem("later", "hard", "ground", topic="u")
    ) == ["ground", "aside", "later"]


def test_named_topics_then_the_others_by_name() -> None:
    summaries = [problem(topic, topic=topic) for topic in ("zeta", "beta", "alpha", "gamma")]
    assert ids(*summaries, topics=("gamma", "unused", "beta", "gamma")) == ["gamma", "beta", "alpha", "zeta"]


def test_a_circle_still_lists_everything() -> None:
    assert ids(
        problem("b", "easy", "a"), problem("a", "hard", "b"), problem("c", "easy", "c"), problem("d")
    ) == [
        "d",
        "b",
        "c",
        "a",
    ]


@settings(deadline=None)
@given(
    st.dictionaries(
        st.integers(0, 15), st.tuples(st.sampled_from(["easy", "hard"]), st.sets(st.integers(0, 15)))
    )
)
def test_every_order_is_a_permutation_that_respects_prerequisites(
    graph: dict[int, tuple[Difficulty, set[int]]],
) -> None:
    summaries = [
        problem(f"p{n}", difficulty, *(f"p{m}" for m in needs if m < n))
        for n, (difficulty, needs) in graph.items()
    ]
    ordered = ids(*summaries)
    assert sorted(ordered) == sorted(summary.id for summary in summaries)
    place = {name: index for index, name in enumerate(ordered)}
    for summary in summaries:
        assert all(place[need] < place[summary.id] for need in summary.prerequisites if need in place)
