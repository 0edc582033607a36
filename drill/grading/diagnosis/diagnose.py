"""Why a submission is wrong: the listed mistakes, then the patterns, then the bare difference."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from drill.bank.schema import Case, Mistake, Problem
from drill.grading.diagnosis.difference import difference
from drill.grading.diagnosis.errors import errors
from drill.grading.diagnosis.patterns import patterns
from drill.grading.outcome import Failure, MistakeOutputs
from drill.grading.report import Diagnosis

MOST_MISTAKES = 3  # equally good explanations that are shown


def diagnose(
    failures: Sequence[Failure], problem: Problem, mistakes: MistakeOutputs, passed: Sequence[Case] = ()
) -> tuple[Diagnosis, ...]:
    """The best that can be said of the failures (in the order of the cases), in the order to be read.

    A listed mistake that explains every failing case is all there is to say; several of them are all said.
    Where some cases are wrong and others end in an error, each of the two is explained by itself.
    """
    defaults = default_numbers(problem.starter)
    ran = [
        replace(failure, inputs={**defaults, **failure.inputs})
        for failure in failures
        if failure.call is not None
    ]
    if not ran:
        return ()
    named = _mistakes(ran, problem.mistakes, mistakes)
    if named:
        return named
    ended = [failure for failure in ran if _without_answer(failure)]
    wrong = [failure for failure in ran if not _without_answer(failure)]
    said = errors(ended, len(ran))
    why = _by_part(wrong, problem.mistakes, mistakes, passed) if wrong else ()
    return said + why if ended and ended[0] is ran[0] else why + said


def _mistakes(
    failures: Sequence[Failure], listed: Sequence[Mistake], mistakes: MistakeOutputs
) -> tuple[Diagnosis, ...]:
    """Step 1: the listed mistakes that explain every failure and would not have failed elsewhere."""
    fitting = (
        mistake
        for mistake in listed
        if all(mistakes.equals(mistake, failure) for failure in failures)
        and not mistakes.fails_elsewhere(mistake)
    )
    case = failures[0].case.name
    named = [Diagnosis("mistake", mistake.name, mistake.says, case=case) for mistake in fitting]
    return tuple(named[:MOST_MISTAKES])


def _by_part(
    wrong: Sequence[Failure], listed: Sequence[Mistake], mistakes: MistakeOutputs, passed: Sequence[Case]
) -> tuple[Diagnosis, ...]:
    """A mistake for every wrong value, beside what is wrong with types and dtypes; else steps 2 and 3."""
    valued = [failure for failure in wrong if not _only_in_form(failure)]
    named = _mistakes(valued, listed, mistakes) if valued else ()
    if not named:
        return _values(wrong, passed)
    formed = [failure for failure in wrong if _only_in_form(failure)]
    return named + (_values(formed, passed) if formed else ())


def _only_in_form(failure: Failure) -> bool:
    """Values come after types and dtypes, so they have not been compared."""
    differences = failure.comparison.differences
    return bool(differences) and all(each.kind in ("type", "dtype") for each in differences)


def _values(failures: Sequence[Failure], passed: Sequence[Case]) -> tuple[Diagnosis, ...]:
    """Steps 2 and 3. What a problem's own check refuses has no single right value to set it against."""
    with np.errstate(all="ignore"):
        return patterns(failures, passed) or (difference(failures, passed),)


def default_numbers(starter: str) -> dict[str, float]:
    """The plain numbers that parameters have by default, such as eps: each may turn up as a factor."""
    found: dict[str, float] = {}
    for node in ast.walk(ast.parse(starter)):
        if isinstance(node, ast.arguments):
            positional = zip(reversed([*node.posonlyargs, *node.args]), reversed(node.defaults), strict=False)
            for parameter, default in (*positional, *zip(node.kwonlyargs, node.kw_defaults, strict=True)):
                value = default.value if isinstance(default, ast.Constant) else None
                if isinstance(value, (int, float)) and not isinstance(value, bool):
                    found[parameter.arg] = value
    return found


def _without_answer(failure: Failure) -> bool:
    """Nothing came back that could be compared, or nothing should have."""
    return failure.verdict != "wrong answer" or failure.case.raises is not None
