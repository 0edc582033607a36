"""The listed mistakes of a problem, run in the judge on the inputs of a failing case.

A mistake is the primary reference with an edit. It is our own code, so it runs here and not in the sandbox,
under a timer because an edit may loop. Nothing is computed before a submission has failed.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass
from itertools import pairwise
from types import FrameType
from typing import Any

import numpy as np

from drill.bank.schema import Mistake, Problem
from drill.grading.cases import Drawn, Grader
from drill.grading.compare import compare
from drill.grading.outcome import Expected, Failure
from drill.grading.references import Program
from drill.grading.tolerance import tolerance
from drill.grading.values import BankFault, as_array, from_native, leaves, modified, to_native
from drill.runner.handle import Raised
from drill.runner.wire import Array

OF_TORCH = ("RuntimeError", "IndexError")  # whatever is wrong with shapes, dtypes and indices
NAMEABLE = ("wrong answer", "run-time error")  # verdicts of mistakes that the diagnosis may name


class TookTooLong(Exception):
    pass


@contextmanager
def timer(seconds: float) -> Iterator[None]:
    """Raises TookTooLong in the block after `seconds` of wall clock. Main thread only."""

    def expired(signum: int, frame: FrameType | None) -> None:
        raise TookTooLong

    before = signal.signal(signal.SIGALRM, expired)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def edited(problem: Problem, mistake: Mistake) -> str:
    """The primary reference's source with the mistake made. Every edit is found in the text as it is on disk.

    Raises BankFault when one does not occur there exactly once, or two overlap."""
    source = problem.reference(problem.primary).read_text(encoding="utf-8")
    places = []
    for before, after in mistake.change.items():
        count = source.count(before)
        if count != 1:
            raise BankFault(f"mistake {mistake.name!r}: {before!r} occurs {count} times in the reference")
        start = source.index(before)
        places.append((start, start + len(before), after))
    places.sort(reverse=True)
    for (start, _, _), (_, end, _) in pairwise(places):
        if end > start:
            raise BankFault(f"mistake {mistake.name!r}: two of its edits overlap")
    for start, end, after in places:
        source = source[:start] + after + source[end:]
    return source


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a mistake did with a case: the tree it returned or the exception it raised, and what it
    modified."""

    tree: Any = None
    raised: tuple[str, ...] = ()  # the names of its class and bases, empty when it returned
    message: str = ""  # of what it raised
    modified: tuple[str, ...] = ()


class Mistakes:
    """`outcome.MistakeOutputs` on the cases `drawn`."""

    def __init__(self, grader: Grader, drawn: Sequence[Drawn]) -> None:
        self._grader = grader
        self._problem = grader.problem
        self._drawn = {each.case.name: each for each in drawn}
        self._passed: Sequence[Drawn] = ()
        self._programs: dict[str, Program | None] = {}
        self._outcomes: dict[tuple[str, str], Outcome | None] = {}
        self._primary_dtypes: dict[str, dict[str, Expected]] = {}

    def after(self, passed: Sequence[Drawn]) -> Mistakes:
        """For a submission that was accepted on those cases. What mistakes do is remembered for all."""
        found = copy(self)
        found._passed = passed
        return found

    def equals(self, mistake: Mistake, failure: Failure) -> bool:
        """See `MistakeOutputs.equals`."""
        drawn = self._drawn[failure.case.name]
        outcome = self._outcome(mistake, drawn)
        if outcome is None or not self._fails(outcome, drawn) or outcome.modified != failure.modified:
            return False
        raised = failure.call.exception if failure.call is not None else None
        if outcome.raised or raised is not None:
            return self._same_exception(mistake, outcome, raised)
        if drawn.case.raises is not None:  # neither raised where both should have
            return failure.call is not None and self._same_tree(outcome.tree, failure.call.value, drawn)
        return bool(failure.got) and self._same_outputs(outcome.tree, failure, drawn)

    def spoils(self, mistake: Mistake, failure: Failure) -> frozenset[str]:
        """See `MistakeOutputs.spoils`."""
        drawn = self._drawn[failure.case.name]
        outcome = self._outcome(mistake, drawn)
        if outcome is None or drawn.case.raises is not None:
            return frozenset()
        return frozenset(drawn.expected if outcome.raised else self._wrong(outcome, drawn))

    def gives(self, mistake: Mistake, failure: Failure, output: str) -> bool:
        """See `MistakeOutputs.gives`."""
        drawn = self._drawn[failure.case.name]
        outcome = self._outcome(mistake, drawn)
        if outcome is None or outcome.raised or drawn.case.raises is not None:
            return False
        if all(each.output != output for each in failure.comparison.differences):
            return output not in self._wrong(outcome, drawn)
        return self._same_outputs(outcome.tree, failure, drawn, output) and output in self._wrong(
            outcome, drawn
        )

    def fails_elsewhere(self, mistake: Mistake, output: str = "") -> bool:
        """See `MistakeOutputs.fails_elsewhere`."""
        outcomes = ((drawn, self._outcome(mistake, drawn)) for drawn in self._passed if drawn.allowed is None)
        return any(outcome is not None and self._fails(outcome, drawn, output) for drawn, outcome in outcomes)

    def _same_exception(self, mistake: Mistake, ours: Outcome, theirs: Raised | None) -> bool:
        """Of one class, or of torch's own for what NumPy raises. Where exceptions are all the evidence there
        is, they must say the same, which mostly has the sizes in it."""
        if not ours.raised or theirs is None:
            return False
        if mistake.verdict == "run-time error":
            return (ours.raised[0], ours.message) == (theirs.type_name, theirs.message)
        other = self._grader.framework != self._problem.primary
        return ours.raised[0] == theirs.type_name or (other and theirs.type_name in OF_TORCH)

    def _same_tree(self, ours: Any, theirs: Any, drawn: Drawn) -> bool:
        """Where there is nothing to expect, and so no tolerance of an output."""
        mistaken, got = dict(leaves(ours)), dict(leaves(theirs))
        return mistaken.keys() == got.keys() and all(
            _same_value(leaf, got[name], tolerance(self._problem, drawn.case, name, drawn.case.dtype)[0])
            for name, leaf in mistaken.items()
        )

    def _same_outputs(self, tree: Any, failure: Failure, drawn: Drawn, output: str = "") -> bool:
        """All outputs, or the one."""
        theirs = {name: leaf for name, leaf in leaves(tree) if output in ("", name)}
        own = self._own_expected(drawn)
        flat = {name: leaf for name, leaf in _flat(failure.got) if output in ("", name)}
        if flat.keys() != theirs.keys():
            return False
        return all(
            _same_value(
                theirs[name], flat[name], drawn.expected[name].rtol if name in drawn.expected else 0.0
            )
            and _wrong_form(theirs[name], own.get(name)) == _wrong_form(flat[name], drawn.expected.get(name))
            for name in theirs
        )

    def _fails(self, outcome: Outcome, drawn: Drawn, output: str = "") -> bool:
        """The case; or one of its outputs, if there is anything to compare."""
        if drawn.case.raises is not None:
            return not output and drawn.case.raises not in outcome.raised
        if output and not outcome.raised:
            return output in self._wrong(outcome, drawn)
        return bool(outcome.raised or outcome.modified or self._wrong(outcome, drawn))

    def _wrong(self, outcome: Outcome, drawn: Drawn) -> set[str]:
        """The outputs that differ; "" where the problem's own check objects."""
        own = self._own_expected(drawn)
        comparison, _ = compare(drawn.shape_of, own, outcome.tree, self._problem.primary)
        if self._grader.check is None or any(d.kind != "value" for d in comparison.differences):
            return {each.output for each in comparison.differences}
        return {""} if self._grader.checked(drawn, outcome.tree) is not None else set()

    def _own_expected(self, drawn: Drawn) -> dict[str, Expected]:
        """The expectation in the primary framework's dtypes, which is what mistakes are edits of."""
        if self._grader.framework == self._problem.primary:
            return drawn.expected
        name = drawn.case.name
        if name not in self._primary_dtypes:
            self._primary_dtypes[name] = self._grader.primary_expected(drawn)
        return self._primary_dtypes[name]

    def _outcome(self, mistake: Mistake, drawn: Drawn) -> Outcome | None:
        key = mistake.name, drawn.case.name
        if key not in self._outcomes:
            self._outcomes[key] = self._run(mistake, drawn)
        return self._outcomes[key]

    def _run(self, mistake: Mistake, drawn: Drawn) -> Outcome | None:
        program = self._program(mistake)
        if program is None:
            return None
        arguments = to_native(drawn.inputs, program.framework)
        try:
            with timer(self._problem.limits.seconds):
                tree = from_native(program.run(arguments))
        except (TookTooLong, BankFault):
            return None
        except Exception as error:
            return Outcome(raised=tuple(kind.__name__ for kind in type(error).__mro__), message=str(error))
        return Outcome(tree, modified=modified(drawn.inputs, from_native(arguments)))

    def _program(self, mistake: Mistake) -> Program | None:
        if mistake.name not in self._programs:
            self._programs[mistake.name] = self._load(mistake)
        return self._programs[mistake.name]

    def _load(self, mistake: Mistake) -> Program | None:
        if mistake.verdict not in NAMEABLE:
            return None
        try:
            with timer(self._problem.limits.seconds):
                return Program(self._problem, self._problem.primary, edited(self._problem, mistake))
        except (TookTooLong, BankFault):
            return None


def _flat(got: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, tree in got.items():
        yield from leaves(tree, name)


def _same_value(mistake: Any, got: Any, rtol: float) -> bool:
    """Equal within the tolerance, taken around the mistake's value."""
    ours, theirs = as_array(mistake), as_array(got)
    if ours is None or theirs is None:
        return type(mistake) is type(got) and bool(mistake == got)
    if ours.shape != theirs.shape or theirs.dtype.kind not in "biufc":
        return False
    finite = np.abs(ours[np.isfinite(ours)])
    atol = rtol * float(finite.max(initial=0.0)) if ours.dtype.kind in "fc" else 0.0
    with np.errstate(all="ignore"):
        return bool(np.allclose(theirs, ours, rtol=rtol, atol=atol, equal_nan=True))


def _wrong_form(leaf: Any, expected: Expected | None) -> str:
    """What it holds in place of what is asked, in words that both frameworks share: "" for the type or dtype
    that is asked, or where a mistake has another structure."""
    array = as_array(leaf)
    if expected is None or array is None:
        return ""
    holds = {"f": "floats", "c": "complex"}.get(array.dtype.kind, "integers or booleans")
    if expected.dtype:
        wrong = isinstance(leaf, Array) and expected.dtype != leaf.data.dtype.name
        return holds if wrong else ""
    if type(leaf) is type(expected.value) or isinstance(expected.value, float):
        return ""
    return f"{holds} in an array" if isinstance(leaf, Array) else holds
