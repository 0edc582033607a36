"""Step 3: the bare facts of a wrong answer, and what the failing cases have in common."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from drill.bank.schema import Case
from drill.grading.diagnosis.nonfinite import broken
from drill.grading.diagnosis.patterns import most_cases
from drill.grading.diagnosis.places import condition, region
from drill.grading.diagnosis.sample import Sample, sample
from drill.grading.diagnosis.words import about, at, count, joined, label, number, seen_in, sentence
from drill.grading.outcome import Difference, Failure
from drill.grading.report import Diagnosis

SHORT = 8  # values of an array that is told in full


def difference(failures: Sequence[Failure], passed: Sequence[Case]) -> Diagnosis:
    """The first failing case, by its worst output, and what tells the failing cases from the others."""
    failure = failures[0]
    worst = worst_difference(failure)
    each = sample(failure, worst) if worst is not None else None
    nan = broken(each) if each is not None else None
    what = difference_message(failure)
    if each is not None and nan is not None:
        what = about((each.output,), nan.says.replace("{place}", nan.place))
    says = [
        most_cases(failures, passed),
        what,
        seen_in([each.case.name for each in failures[:1]], len(failures)),
        common_ground(failures, passed),
    ]
    return Diagnosis(
        kind="difference",
        name=worst.kind if worst is not None else "modified",
        says=" ".join(part for part in says if part),
        case=failure.case.name,
        output=worst.output if worst is not None else "",
        line=nan.line if nan is not None else None,
    )


def difference_message(failure: Failure) -> str:
    """One or two sentences on a wrong answer of one case: the element, both values, the error, the place."""
    worst = worst_difference(failure)
    if worst is None:
        return _ended(failure.message)
    each = sample(failure, worst)
    if each is not None and worst.kind == "value" and each.same_shape and worst.total:
        return _element(each, worst)
    plain = worst.message.removeprefix(worst.output)
    text = f"{label(worst.output)}{plain}" if plain != worst.message and worst.output else worst.message
    return _ended(text) + (_listed(each) if each is not None else "")


def _listed(each: Sample) -> str:
    """Both in full, where they are short."""
    if not all(array.ndim == 1 and array.size <= SHORT for array in (each.got, each.want)):
        return ""
    got, want = (f"[{', '.join(number(value) for value in array)}]" for array in (each.got, each.want))
    return f" It is {got}, and {want} is expected."


def _ended(text: str) -> str:
    return sentence(text).rstrip(".") + "."


def worst_difference(failure: Failure) -> Difference | None:
    """A wrong form before wrong values, and the largest error among those."""
    found = failure.comparison.differences
    return max(found, key=lambda each: (each.kind != "value", each.error), default=None)


def _element(each: Sample, worst: Difference) -> str:
    got, want = each.got[worst.worst], each.want[worst.worst]
    text = f"{at(each.output, worst.worst)} is {number(got)} where {number(want)} is expected"
    if not each.exact and np.isfinite(got) and np.isfinite(want):
        allowed = each.expected.rtol * float(np.abs(want)) + each.expected.atol
        text += f": off by {float(np.abs(got - want)):.2g}, and {allowed:.2g} is allowed"
    return sentence(text) + "." + _spread(each, worst)


def _spread(each: Sample, worst: Difference) -> str:
    if worst.total < 2:
        return ""
    if worst.wrong == 1:
        return f" The other {count(worst.total - 1, 'value')} {'is' if worst.total == 2 else 'are'} right."
    where = condition(each.wrong, each.failure.inputs) or region(each.wrong)
    if where == "everywhere":
        return f" All {worst.total} values are wrong."
    return f" {worst.wrong} of {worst.total} values are wrong{', ' + where if where else ''}."


def common_ground(failures: Sequence[Failure], passed: Sequence[Case]) -> str:
    """What holds for every failing case and for none that passed, when there is enough of both to say so.

    Arguments of the generator count where the learner knows them as inputs.
    """
    if len(failures) < 2 or len(passed) < 2:
        return ""
    known = frozenset(failures[0].inputs)
    failing = [set(_traits(failure.case, known)) for failure in failures]
    apart = set[str]().union(*(_traits(case, known) for case in passed))
    shared = set.intersection(*failing) - apart
    telling = [trait for trait in _traits(failures[0].case, known) if trait in shared]
    if not telling:
        return ""
    return f"The cases that fail, and no others, have {joined(telling[:2])}."


def _traits(case: Case, known: frozenset[str]) -> Iterator[str]:
    yield f"{case.dtype} inputs"
    if case.layout != "contiguous":
        yield "inputs that are not in one piece in memory"
    for name, value in case.args.items():
        if name in known:
            yield from _argument(name, value)


def _argument(name: str, value: Any) -> Iterator[str]:
    if isinstance(value, (bool, str)):
        yield f"`{name}` = {value}"
    elif isinstance(value, int) and value > 1:
        yield f"`{name}` above 1"
    elif isinstance(value, (list, tuple)):
        yield f"`{name}` of length {len(value)}"
        if len(set(map(str, value))) > 1:
            yield f"`{name}` with unequal entries"
