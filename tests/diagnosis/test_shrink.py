"""`why` looks for a smaller case that still fails."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from drill.grading.diagnosis import shrink_candidates, smallest

ARGS = st.dictionaries(
    st.sampled_from("abcd"),
    st.one_of(
        st.integers(-3, 200),
        st.booleans(),
        st.floats(0, 9),
        st.text(max_size=2),
        st.lists(st.integers(0, 9), max_size=3),
    ),
)


def weight(args: dict[str, Any]) -> int:
    flat = [x for value in args.values() for x in (value if isinstance(value, list) else [value])]
    return sum(x for x in flat if isinstance(x, int) and not isinstance(x, bool))


@given(ARGS)
def test_every_candidate_is_smaller_and_has_the_same_arguments(args: dict[str, Any]) -> None:
    before = {**args}
    for candidate in shrink_candidates(args):
        assert candidate.keys() == args.keys()
        assert weight(candidate) < weight(args)
        assert {k: v for k, v in candidate.items() if isinstance(v, (bool, str, float))} == {
            k: v for k, v in args.items() if isinstance(v, (bool, str, float))
        }
    assert args == before


def test_the_boldest_cut_comes_first() -> None:
    candidates = list(shrink_candidates({"n": 32, "hw": [5, 7], "training": True, "offset": 1e4}))
    assert candidates[0] == {"n": 2, "hw": [2, 2], "training": True, "offset": 1e4}
    assert list(shrink_candidates({"n": 1, "training": True})) == []


def test_the_smallest_that_still_fails() -> None:
    tried = []

    def fails(args: dict[str, Any]) -> bool:
        tried.append(args)
        return bool(args["n"] > 5 and args["c"] >= 2)

    found = smallest({"n": 32, "c": 8, "t": 4, "eps": 0.1}, fails)
    assert found == {"n": 6, "c": 2, "t": 1, "eps": 0.1}
    assert len(tried) <= 40
    assert smallest({"n": 32}, lambda args: False) == {"n": 32}


def test_tries_are_bounded() -> None:
    tried = []

    def fails(args: dict[str, Any]) -> bool:
        tried.append(args)
        return bool(args["n"] > 900)

    smallest({"n": 1000}, fails, tries=10)
    assert len(tried) == 10
