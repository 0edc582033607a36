"""What a function returns, where the driver cannot take that apart: nothing, one array for several, a value
too few, or the right ones in another order.

None of it is guessed from the answer: `outcome.Trials` has looked at what came back from each call, or has
put it in the right order and found the cases right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import permutations
from typing import Any, NamedTuple

import numpy as np

from drill.bank.schema import Problem
from drill.bank.starter import parse_entries
from drill.grading.compare import errors
from drill.grading.diagnosis.driven import Use, uses
from drill.grading.diagnosis.words import ORDINALS, number_word, seen_in, sentence
from drill.grading.outcome import Expected, Failure, Returned, Trials
from drill.grading.report import Diagnosis
from drill.grading.values import as_array, describe
from drill.runner.wire import Array, Opaque

MOST_PARTS = 5  # 120 orders
FORMS = ("type", "shape", "missing")


class Told(NamedTuple):
    """What is said, and the failures that it leaves open."""

    says: tuple[Diagnosis, ...]
    rest: tuple[Failure, ...]


class Fault(NamedTuple):
    name: str
    says: str


def wrongly_formed(failures: Sequence[Failure], problem: Problem, trials: Trials) -> Told:
    """The failures of which a call returned something that cannot be what is asked."""
    if not any(map(_suspicious, failures)):
        return Told((), tuple(failures))
    asked = _uses(problem)
    tried = [each for each in failures if each.case.raises is None and _ended_well(each)]
    calls = trials.returned(tried) if tried else {}
    faults: dict[Fault, list[str]] = {}
    for failure in tried:
        for call in calls.get(failure.case.name, ()):
            fault = _fault(call, asked.get(call.entry, Use()), failure)
            if fault is not None:
                faults.setdefault(fault, []).append(failure.case.name)
                break
    told = {case for cases in faults.values() for case in cases}
    says = tuple(
        Diagnosis("pattern", fault.name, f"{fault.says} {seen_in(cases, len(failures))}", case=cases[0])
        for fault, cases in faults.items()
    )
    return Told(says, tuple(each for each in failures if each.case.name not in told))


def reordered(failures: Sequence[Failure], problem: Problem, trials: Trials) -> Told:
    """The failures that are right once the parts of what an entry returns are put in another order."""
    able = [each for each in failures if each.case.raises is None]
    first = next((each for each in able if each.got), None)
    if first is not None:
        for entry, use in _uses(problem).items():
            for order in _orders(first, use):
                right = trials.reordered(able, entry, order)
                if first.case.name in right and 2 * len(right) > len(failures):
                    return _in_order(failures, entry, use.parts, order, right)
    return Told((), tuple(failures))


def _in_order(
    failures: Sequence[Failure], entry: str, asked: Sequence[str], order: Sequence[int], right: frozenset[str]
) -> Told:
    cases = [each.case.name for each in failures if each.case.name in right]
    rest = tuple(each for each in failures if each.case.name not in right)
    yours = [asked[order.index(place)] for place in range(len(asked))]
    says = (
        f"`{entry}` returns the right values in the wrong order: yours is {_tuple(yours)}, and "
        f"{_tuple(asked)} is asked. {seen_in(cases, len(failures))}"
    )
    return Told((Diagnosis("pattern", "returned in another order", says, case=cases[0]),), rest)


def _uses(problem: Problem) -> dict[str, Use]:
    return uses(problem.driver, frozenset(entry.name for entry in parse_entries(problem.starter)))


def _suspicious(failure: Failure) -> bool:
    """The driver could not take apart what came back; or what it took apart has no form that is asked."""
    call = failure.call
    if failure.case.raises is None and call is not None and call.exception is not None:
        return not call.exception.frames or _speaks_of_none(failure)
    return any(each.kind in FORMS for each in failure.comparison.differences)


def _ended_well(failure: Failure) -> bool:
    """Neither cut short nor crashed, which it would be once more."""
    return failure.call is not None and failure.call.outcome in ("returned", "raised")


def _speaks_of_none(failure: Failure) -> bool:
    raised = failure.call.exception if failure.call is not None else None
    if raised is not None:
        return "NoneType" in raised.message
    return any(failure.got.get(each.output, 0) is None for each in failure.comparison.differences)


def _fault(call: Returned, use: Use, failure: Failure) -> Fault | None:
    value = call.value
    if value is None and (use.parts or _speaks_of_none(failure)):
        says = f"`{call.entry}` returns None: check that every way through it ends in a `return`."
        return Fault("None returned", says)
    if isinstance(value, (list, tuple)) and None in map(_none_or_not, value) and _speaks_of_none(failure):
        return _part_is_none(call, use.parts)
    asked = len(use.parts) or _parts_of(use.output, failure.expected)
    if not asked or _fits(value, asked, bool(use.parts), failure.expected.values()):
        return None
    wanted = f"{number_word(asked)}, `{_tuple(use.parts)}`," if use.parts else f"{number_word(asked)} values"
    says = f"`{call.entry}` returns {_said(value, use)} where {wanted} are asked."
    return Fault("wrong number of values", says)


def _part_is_none(call: Returned, parts: Sequence[str]) -> Fault:
    at = [part is None for part in call.value].index(True)
    which = f"the {ORDINALS[at]} value" if at < len(ORDINALS) else f"value {at + 1}"
    subject = f"`{parts[at]}`, {which}" if len(parts) == len(call.value) else sentence(which)
    comma = "," if subject[0] == "`" else ""
    says = f"{subject} that `{call.entry}` returns{comma} is None: check that every way through computes it."
    return Fault("None returned", says)


def _none_or_not(part: Any) -> bool | None:
    return None if part is None else True


def _parts_of(output: str, expected: Iterable[str]) -> int:
    """How many values an output consists of; 0 for one that is a value itself."""
    return sum(name.startswith(f"{output}[") for name in expected) if output else 0


def _fits(value: Any, asked: int, unpacked: bool, expected: Iterable[Expected]) -> bool:
    """`asked` values can be taken from it, each of the kind that is asked."""
    if isinstance(value, (list, tuple)):
        return len(value) == asked
    if isinstance(value, Array) and unpacked:  # stacked ones come apart again
        shape = value.data.shape
        return shape[:1] == (asked,) and all(shape != each.shape for each in expected)
    return isinstance(value, Opaque)  # which may well come apart


def _said(value: Any, use: Use) -> str:
    if isinstance(value, (list, tuple)):
        return f"{number_word(len(value))} value{'s' * (len(value) != 1)}"
    if isinstance(value, Array) and value.data.shape and not use.parts:
        return "an array"
    if isinstance(value, (Array, bool, int, float, complex)):
        return "a single value"
    return "a dictionary" if isinstance(value, dict) else describe(value)


def _tuple(names: Sequence[str]) -> str:
    return f"({', '.join(names)})"


def _orders(failure: Failure, use: Use) -> Iterator[tuple[int, ...]]:
    """Orders of the parts that the answer to one case shows; those that are no outputs keep their place."""
    shown = [i for i, name in enumerate(use.parts) if name in failure.expected]
    if len(shown) > MOST_PARTS:
        return
    for places in permutations(shown):
        order = list(range(len(use.parts)))
        for i, j in zip(shown, places, strict=True):
            order[i] = j
        if places != tuple(shown) and all(_holds(failure, use.parts[order[i]], use.parts[i]) for i in shown):
            yield tuple(order)


def _holds(failure: Failure, output: str, other: str) -> bool:
    """What came back as one output is what the other should be."""
    expected, array = failure.expected[other], as_array(failure.got.get(output))
    if array is None or array.shape != np.shape(expected.value) or array.dtype.kind not in "biufc":
        return False
    return bool((errors(expected, array) <= 1.0).all())
