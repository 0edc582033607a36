"""Why a submission is wrong: the listed mistakes, then the patterns, then the bare difference."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from drill.bank.schema import Case, Mistake, Problem
from drill.grading.diagnosis.difference import difference
from drill.grading.diagnosis.errors import errors
from drill.grading.diagnosis.patterns import patterns
from drill.grading.diagnosis.returns import reordered, wrongly_formed
from drill.grading.diagnosis.several import Several
from drill.grading.diagnosis.words import seen_in
from drill.grading.outcome import Failure, MistakeOutputs, Trials
from drill.grading.report import Diagnosis

MOST_MISTAKES = 3  # equally good explanations that are shown


def diagnose(
    failures: Sequence[Failure],
    problem: Problem,
    mistakes: MistakeOutputs,
    passed: Sequence[Case] = (),
    trials: Trials | None = None,
) -> tuple[Diagnosis, ...]:
    """The best that can be said of the failures (in the order of the cases), in the order to be read.

    `passed`: the cases that were accepted. `trials` runs the submission again, where its answers leave open
    what is behind them.

    A listed mistake that explains every failing case is all there is to say, beside the line of an error in
    the first of them; several of them are all said. Next comes what the functions return, if the driver
    cannot take that apart. Where some cases are wrong and others end in an error, each of the two is
    explained by itself.
    """
    about = _About(problem.mistakes, mistakes, passed, trials)
    defaults = default_numbers(problem.starter)
    ran = [replace(each, inputs={**defaults, **each.inputs}) for each in failures if each.call is not None]
    named = about.mistakes(ran)
    if named:
        ended = [failure for failure in ran if _without_answer(failure)]
        return named + errors(ended, len(ran)) if ran[0].verdict == "run-time error" else named
    says, left = _returned(ran, problem, trials)
    others = about.each_kind(left, len(ran)) if left else ()
    if says and [each.kind for each in others] == ["difference"]:
        return says  # by how much others are off tells nothing beside it
    return says + others


@dataclass(frozen=True, slots=True)
class _About:
    """What is known beside the failures: see `diagnose`."""

    listed: Sequence[Mistake]
    outputs: MistakeOutputs
    passed: Sequence[Case]
    trials: Trials | None
    failed: Sequence[Case] = ()  # and explained already

    def mistakes(self, failures: Sequence[Failure]) -> tuple[Diagnosis, ...]:
        """Step 1: the listed mistakes that explain every failure and would not have failed elsewhere."""
        if not failures:
            return ()
        fitting = (
            mistake
            for mistake in self.listed
            if all(self.outputs.equals(mistake, failure) for failure in failures)
            and not self.outputs.fails_elsewhere(mistake)
        )
        case = failures[0].case.name
        named = [Diagnosis("mistake", mistake.name, mistake.says, case=case) for mistake in fitting]
        return tuple(named[:MOST_MISTAKES])

    def each_kind(self, failures: Sequence[Failure], failed: int) -> tuple[Diagnosis, ...]:
        """Wrong answers and errors, those first that come first. `failed`: cases in all."""
        ended = [failure for failure in failures if _without_answer(failure)]
        wrong = [failure for failure in failures if not _without_answer(failure)]
        said = errors(ended, failed)
        ended_first = bool(ended) and ended[0] is failures[0]
        why = self.wrong_answers(wrong) if wrong else ()
        if ended_first and [each.kind for each in why] == ["difference"]:
            return said  # by how much others are off tells nothing beside an error
        return said + why if ended_first else why + said

    def wrong_answers(self, wrong: Sequence[Failure]) -> tuple[Diagnosis, ...]:
        """A mistake for every wrong value, beside what is wrong with types and dtypes; else steps 2 and 3."""
        formed = [failure for failure in wrong if _only_in_form(failure)]
        named = self.mistakes([failure for failure in wrong if not _only_in_form(failure)])
        if not named:
            return self.values(wrong)
        return named + (self.values(formed) if formed else ())

    def values(self, failures: Sequence[Failure]) -> tuple[Diagnosis, ...]:
        """Steps 2 and 3; between them, and before patterns that do not say all in one, several slips."""
        with np.errstate(all="ignore"):
            found = patterns(failures, self.passed, self.failed)
            if len(found.says) == 1 and not found.open:
                return found.says
            return (
                self.several(failures, thorough=not found.says)
                or found.says
                or self.kept_state(failures)
                or (difference(failures, self.passed),)
            )

    def several(self, failures: Sequence[Failure], thorough: bool) -> tuple[Diagnosis, ...]:
        """The most that can be said of slips that are not alone; `thorough`: nothing else has been found."""
        slips = Several(self.listed, self.outputs)
        part = slips.together(failures, thorough) or slips.by_output(failures)
        if part is None or part.rest:
            cases = slips.by_case(failures)
            most = cases is not None and 2 * len(cases.rest) < len(failures)
            if most or (thorough and part is None):
                part = cases  # all of most cases tells more than some outputs of all
        if part is None and thorough:
            part = slips.in_part(failures)
        if part is None:
            return ()
        named = {each.name for each in part.says}
        left = {failure.case.name for failure in part.rest}
        explained = [failure.case for failure in failures if failure.case.name not in left]
        listed = [each for each in self.listed if each.name not in named]
        others = replace(self, listed=listed, failed=[*self.failed, *explained])
        return part.says + (others.values(part.rest) if part.rest else ())

    def kept_state(self, failures: Sequence[Failure]) -> tuple[Diagnosis, ...]:
        """Every failing case is right when nothing is kept from call to call."""
        if self.trials is None or not all(map(self.trials.passes_afresh, failures)):
            return ()
        names = [failure.case.name for failure in failures]
        says = (
            "Each case that fails is right when every call starts from a fresh copy of your file. Look for "
            "what your code keeps between calls: a global, a default argument that is changed, a cache. "
            f"{seen_in(names, len(names))}"
        )
        return (Diagnosis("pattern", "state kept between calls", says, case=names[0]),)


def _returned(
    failures: Sequence[Failure], problem: Problem, trials: Trials | None
) -> tuple[tuple[Diagnosis, ...], Sequence[Failure]]:
    """What the functions return that cannot be right, and the failures that it leaves open."""
    if trials is None or not failures:
        return (), failures
    formed = wrongly_formed(failures, problem, trials)
    if formed.says:
        return formed
    return reordered(failures, problem, trials)


def _only_in_form(failure: Failure) -> bool:
    """Values come after types and dtypes, so they have not been compared."""
    differences = failure.comparison.differences
    return bool(differences) and all(each.kind in ("type", "dtype") for each in differences)


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
