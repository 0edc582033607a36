"""The order of the steps: a mistake that explains everything, else patterns, else the difference."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from drill.bank.schema import Case, Mistake, Problem
from drill.grading.diagnosis import diagnose, difference_message
from drill.grading.diagnosis.diagnose import default_numbers
from drill.grading.outcome import Comparison, Difference, Failure, Returned
from drill.runner.handle import Frame
from tests.diagnosis.made import ended, raised, wrong

X = np.random.default_rng(0).standard_normal((3, 4))
STARTER = "def step(x, lr=0.05, *, eps=1e-8, flag=True):\n    raise NotImplementedError\n"
MISTAKES = tuple(Mistake(name, f"says {name}", {}) for name in "abcde")
PROBLEM = Problem(
    id="step",
    title="",
    topic="",
    difficulty="easy",
    minutes=1,
    frameworks=("numpy",),
    source="",
    statement="",
    starter=STARTER,
    cases=(),
    mistakes=MISTAKES,
    hints=(),
    root=Path(),
    path=Path(),
    digest="",
)


class Listed:
    """Mistakes by name: the cases each of them equals ("case", or "case.output" for one output), and those
    that fail a case the submission passed."""

    def __init__(self, equal: dict[str, set[str]] | None = None, elsewhere: str = "") -> None:
        self._equal = equal or {}
        self._elsewhere = elsewhere

    def spoils(self, mistake: Mistake, failure: Failure) -> frozenset[str]:
        return frozenset(each.output for each in failure.comparison.differences)

    def gives(self, mistake: Mistake, failure: Failure, output: str) -> bool:
        wrong = any(each.output == output for each in failure.comparison.differences)
        return self.equals(mistake, failure) or wrong == (
            f"{failure.case.name}.{output}" in self._equal.get(mistake.name, set())
        )

    def equals(self, mistake: Mistake, failure: Failure) -> bool:
        return failure.case.name in self._equal.get(mistake.name, set())

    def fails_elsewhere(self, mistake: Mistake, output: str = "") -> bool:
        return mistake.name in self._elsewhere


def negated(name: str) -> Failure:
    return wrong({"out": X}, {"out": -X}, {"x": X}, case=Case(name))


def crash(name: str) -> Failure:
    call = raised("IndexError", "out of range", Frame(3, "f", "x[9]", ()))
    return ended("run-time error", call, case=Case(name))


def said(
    *failures: Failure, listed: Listed | None = None, passed: tuple[Case, ...] = ()
) -> list[tuple[str, str]]:
    found = diagnose(failures, PROBLEM, listed or Listed(), passed)
    return [(each.kind, each.name) for each in found]


def test_a_mistake_that_explains_every_case_is_all_there_is_to_say() -> None:
    listed = Listed({"a": {"one"}, "b": {"one", "two"}})
    assert said(negated("one"), negated("two"), listed=listed) == [("mistake", "b")]


def test_several_slips_are_told_one_after_the_other() -> None:
    rng = np.random.default_rng(0)

    def odd(name: str) -> Failure:
        return wrong({"out": X}, {"out": rng.standard_normal((3, 4))}, {"x": X}, case=Case(name))

    listed = Listed({"a": {"one"}, "b": {"one", "two", "three"}, "c": {"two", "three", "four"}})
    found = diagnose([*map(odd, ("one", "two", "three", "four"))], PROBLEM, listed)
    assert [(each.kind, each.name, each.case) for each in found] == [
        ("mistake", "b", "one"),
        ("mistake", "c", "four"),
    ]
    assert found[0].says.startswith("In 3 of 4 cases your answer is exactly what this gives: says b ")
    assert found[1].says == "says c"
    four = [*map(odd, ("one", "two", "three", "four"))]
    halves = Listed({"a": {"one", "three"}, "b": {"two", "four"}})
    assert [each.name for each in diagnose(four, PROBLEM, halves)] == ["a", "b"]
    alone = Listed({"a": {"one"}})
    assert [each.kind for each in diagnose(four, PROBLEM, alone)] == ["difference"]
    assert diagnose(four[:3], PROBLEM, Listed({"a": {"one", "two"}}))[0].says.endswith(
        "It does not explain the other case."
    )


RNG = np.random.default_rng(1)


def two_outputs(name: str, **got: Any) -> Failure:
    """Both wrong, in a way that no pattern knows."""
    odd = {"out": RNG.standard_normal((3, 4)), "dx": RNG.standard_normal((3, 4))}
    return wrong({"out": X, "dx": 2 + X}, odd | got, {"x": X}, case=Case(name))


def test_two_mistakes_in_one_reference() -> None:
    both = Listed({"b + d": {"one", "two"}, "b": {"one.out"}})
    found = diagnose([two_outputs("one"), two_outputs("two")], PROBLEM, both)
    assert [(each.kind, each.name) for each in found] == [("mistake", "b"), ("mistake", "d")]
    assert found[0].says == "Two slips at once give exactly what you return. The first: says b"
    assert found[1].says == "The second: says d"
    half = Listed({"b + d": {"one"}})
    assert [each.kind for each in diagnose([two_outputs("one"), two_outputs("two")], PROBLEM, half)] == [
        "difference"
    ]
    small = wrong({"n": 3}, {"n": 4}, case=Case("one"))  # an int proves nothing
    assert [each.kind for each in diagnose([small], PROBLEM, Listed({"b + d": {"one"}}))] == ["difference"]


def test_two_mistakes_are_looked_for_when_a_pattern_leaves_an_output_open() -> None:
    failures = [two_outputs("one", out=-X), two_outputs("two", out=-X)]
    shows = Listed({"b + d": {"one", "two"}, "b": {"one.out"}})
    assert [each.name for each in diagnose(failures, PROBLEM, shows)] == ["b", "d"]
    (only,) = diagnose(failures, PROBLEM, Listed())
    assert only.name == "negated"
    assert only.says.endswith("`dx` is wrong too: mend this first.")


def test_each_output_by_its_own_mistake() -> None:
    failures = [two_outputs("one"), two_outputs("two")]
    apart = Listed({"a": {"one.out"}, "c": {"one.out", "two.out"}, "d": {"one.dx", "two.dx"}})
    found = diagnose(failures, PROBLEM, apart)
    assert [(each.name, each.output) for each in found] == [("c", "out"), ("d", "dx")]
    assert found[0].says == "`out` is exactly what this gives: says c"
    lone = Listed({"c": {"one.out", "two.out"}})
    found = diagnose(failures, PROBLEM, lone)
    assert [(each.kind, each.output) for each in found] == [("mistake", "out"), ("difference", "dx")]
    assert found[0].says.endswith("says c It does not explain `dx`.")
    negated = [two_outputs("one", dx=-2 - X), two_outputs("two", dx=-2 - X)]
    assert [each.name for each in diagnose(negated, PROBLEM, lone)] == ["c", "negated"]


def test_an_output_that_a_mistake_gives_in_some_cases() -> None:
    failures = [two_outputs(name) for name in ("one", "two", "three")]
    found = diagnose(failures, PROBLEM, Listed({"c": {"two.out", "three.out"}}))
    assert (found[0].kind, found[0].case, found[0].output) == ("mistake", "two", "out")
    assert found[0].says.startswith("In 2 of 3 cases `out` is exactly what this gives: says c It does not")
    assert found[1].kind == "difference"
    rare = Listed({"c": {"two.out"}})  # one of three
    assert [each.kind for each in diagnose(failures, PROBLEM, rare)] == ["difference"]


def test_two_equally_good_explanations_are_both_shown() -> None:
    listed = Listed({"a": {"one"}, "b": {"one"}, "c": {"one"}}, elsewhere="b")
    assert said(negated("one"), listed=listed) == [("mistake", "a"), ("mistake", "c")]


def test_a_mistake_that_leaves_a_case_unexplained_is_not_named() -> None:
    listed = Listed({"a": {"one"}})
    assert said(negated("one"), negated("two"), listed=listed) == [("pattern", "negated")]


def test_wrong_answers_and_errors_are_told_apart_in_their_order() -> None:
    assert said(negated("one"), crash("two")) == [("pattern", "negated"), ("error", "IndexError")]
    assert said(crash("one"), negated("two")) == [("error", "IndexError"), ("pattern", "negated")]
    listed = Listed({"a": {"one"}})
    assert said(negated("one"), crash("two"), listed=listed) == [("mistake", "a"), ("error", "IndexError")]


def test_beside_an_error_the_bare_distance_of_another_case_says_nothing() -> None:
    odd = two_outputs("two")
    assert said(crash("one"), odd) == [("error", "IndexError")]
    assert said(odd, crash("three")) == [("difference", "value"), ("error", "IndexError")]


def test_a_case_that_never_ran_says_nothing() -> None:
    late = replace(crash("two"), call=None, verdict="time limit exceeded", message="not run")
    assert said(late) == []
    assert said(negated("one"), late) == [("pattern", "negated")]


def test_what_nothing_explains_is_told_by_its_worst_element() -> None:
    got = X.copy()
    got[2] = [1, 2, 3, 4]
    failure = wrong({"dw": X, "out": X}, {"dw": X, "out": got}, {"x": X}, case=Case("one"))
    (only,) = diagnose([failure], PROBLEM, Listed())
    assert (only.kind, only.name, only.case, only.output) == ("difference", "value", "one", "out")
    assert only.says.startswith("`out[2, 3]` is 4 where ")
    assert "off by" in only.says
    assert "4 of 12 values are wrong, in the last row. Seen in case “one”." in only.says


def test_what_tells_the_failing_cases_from_the_others() -> None:
    rng = np.random.default_rng(0)

    def failing(name: str) -> Failure:
        case = Case(name, args={"training": False, "kind": "mine", "hw": [5, 7]})
        inputs = {"training": False, "hw": (5, 7)}
        return wrong({"out": X}, {"out": rng.standard_normal((3, 4))}, inputs, case=case)

    passed = (Case("p", args={"training": True, "n": 4}), Case("q", args={"training": True, "n": 1}))
    (only,) = diagnose([failing("one"), failing("two")], PROBLEM, Listed(), passed)
    assert "The cases that fail, and no others, have `training` = False and `hw` of length 2." in only.says
    (alone,) = diagnose([failing("one")], PROBLEM, Listed(), passed)
    assert "no others" not in alone.says


def test_what_explains_most_cases_is_told_with_how_many() -> None:
    rng = np.random.default_rng(0)
    chain = wrong({"out": X}, {"out": rng.standard_normal((3, 4))}, case=Case("chain"))
    failures = [*map(negated, "abc"), chain, negated("d")]
    (only,) = diagnose(failures, PROBLEM, Listed())
    assert only.kind == "difference"
    assert "In 4 of the 5 failing cases `out` has the right size and the opposite sign." in only.says
    (few,) = diagnose([negated("a"), chain, replace(chain, case=Case("e"))], PROBLEM, Listed())
    assert "opposite sign" not in few.says


def test_defaults_of_the_starter_can_be_the_factor() -> None:
    assert default_numbers(STARTER) == {"lr": 0.05, "eps": 1e-8}
    failure = wrong({"out": X}, {"out": 0.05 * X}, {"x": np.zeros((4, 9))})
    (only,) = diagnose([failure], PROBLEM, Listed())
    assert "a factor of `lr`, 0.05" in only.says


class Alone:
    """Trials of a submission whose functions return nothing unusual."""

    def __init__(self, *passes: str) -> None:
        self._passes = passes
        self.asked: list[str] = []

    def passes_afresh(self, failure: Failure) -> bool:
        self.asked.append(failure.case.name)
        return failure.case.name in self._passes

    def returned(self, failures: Sequence[Failure]) -> dict[str, tuple[Returned, ...]]:
        return {}

    def reordered(self, failures: Sequence[Failure], entry: str, order: Sequence[int]) -> frozenset[str]:
        return frozenset()


def test_state_kept_between_calls() -> None:
    rng = np.random.default_rng(0)
    failures = [wrong({"out": X}, {"out": rng.standard_normal((3, 4))}, case=Case(name)) for name in "ab"]
    trials = Alone("a", "b")
    (only,) = diagnose(failures, PROBLEM, Listed(), (), trials)
    assert only.name == "state kept between calls"
    assert trials.asked == ["a", "b"]
    (other,) = diagnose(failures, PROBLEM, Listed(), (), Alone("a"))
    assert other.kind == "difference"
    assert diagnose([negated("one")], PROBLEM, Listed(), (), trials)[0].name == "negated"
    assert trials.asked == ["a", "b"]  # a pattern is found without running anything again


def test_a_mistake_beside_a_wrong_dtype() -> None:
    single = Case("two", dtype="float32")
    failures = [negated("one"), wrong({"out": X}, {"out": -X}, {"x": X}, case=single)]
    found = diagnose(failures, PROBLEM, Listed({"a": {"one"}}))
    assert [(each.kind, each.name) for each in found] == [("mistake", "a"), ("pattern", "negated")]
    lost = wrong({"out": X}, {"out": X**2 - 3}, {"x": X}, case=single)
    found = diagnose([failures[0], lost], PROBLEM, Listed({"a": {"one"}}))
    assert found[1].name == "wrong dtype"
    assert "`out` has wrong values, and is float64 where float32 is asked." in found[1].says


def test_a_problems_own_check_has_the_last_word() -> None:
    comparison = Comparison((Difference("", "value", "the columns are not orthogonal"),))
    failure = replace(wrong({"q": X}, {"q": -X}), comparison=comparison)
    (only,) = diagnose([failure], PROBLEM, Listed())
    assert only.kind == "difference"
    assert only.says.startswith("The columns are not orthogonal.")


def message(want: Any, got: Any, **inputs: Any) -> str:
    return difference_message(wrong({"out": want}, {"out": got}, inputs))


def test_messages_of_single_cases() -> None:
    assert message(5, 7) == "`out` is 7 where 5 is expected."
    assert message(np.float64(1.5), np.float64(1.25)) == (
        "`out` is 1.25 where 1.5 is expected: off by 0.25, and 3e-06 is allowed."
    )
    assert message(np.array([3, 1, 2]), np.array([3, 1])) == (
        "`out` has shape (2,); (3,) is expected. It is [3, 1], and [3, 1, 2] is expected."
    )
    assert message(np.array([3, 1, 2]), np.array([3, 1, 0])) == (
        "`out[2]` is 0 where 2 is expected. The other 2 values are right."
    )
    assert message(X, X[:2] ** 2) == "`out` has shape (2, 4); (3, 4) is expected."
    relu = np.where(X > 0, X, -0.1 * X)
    assert message(X, relu, x=X).endswith("values are wrong, exactly where `x` is negative.")


class Spoiling(Listed):
    """As `Listed`, and the mistakes spoil an output that came back right."""

    def spoils(self, mistake: Mistake, failure: Failure) -> frozenset[str]:
        return super().spoils(mistake, failure) | {"loss"}


def test_a_mistake_that_would_have_spoilt_what_is_right_gives_no_output() -> None:
    failures = [two_outputs("one"), two_outputs("two")]
    equal = {"c": {"one.out", "two.out"}}
    assert said(*failures, listed=Listed(equal))[0] == ("mistake", "c")
    assert [kind for kind, _ in said(*failures, listed=Spoiling(equal))] == ["difference"]
    third = two_outputs("three")  # where it would be given in most cases only
    assert said(*failures, third, listed=Listed(equal))[0] == ("mistake", "c")
    assert [kind for kind, _ in said(*failures, third, listed=Spoiling(equal))] == ["difference"]


def test_small_integers_next_to_the_right_ones_are_no_evidence_of_a_mistake() -> None:
    def sizes(off: int) -> list[Failure]:
        got = [(n - off, n + 7 + i * i) for i, n in enumerate(range(20, 26))]
        return [
            wrong({"start": 20 + i, "end": 21 + i}, {"start": start, "end": end}, case=Case(str(i)))
            for i, (start, end) in enumerate(got)
        ]

    listed = Listed({"c": {f"{i}.start" for i in range(6)}})
    assert said(*sizes(3), listed=listed)[0] == ("mistake", "c")
    assert ("mistake", "c") not in said(*sizes(1), listed=listed)


def test_most_cases_by_one_mistake_come_before_one_output_of_all() -> None:
    failures = [two_outputs(name) for name in ("one", "two", "three")]
    listed = Listed({"a": {"one", "two", "three.out"}})
    found = diagnose(failures, PROBLEM, listed)
    assert found[0].says == (
        "In 2 of 3 cases your answer is exactly what this gives: says a It does not explain the other case."
    )
