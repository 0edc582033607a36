"""A submission tried once more on a case that it failed, to learn what its answer does not show.

What its functions return is seen by a driver around the problem's own: it hands on every call and keeps what
came back, or puts the parts of it in another order. All of it runs where the submission itself ran.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from textwrap import indent
from typing import Any

from drill.bank.schema import Problem
from drill.bank.starter import entries
from drill.grading.cases import Drawn, Grader
from drill.grading.outcome import Failure, Returned
from drill.grading.sitting import base_limits, limits, sit
from drill.runner.handle import LoadFailed, Program, Runners

MOST_CALLS = 20  # that are looked at in one case

_WATCHED = """
_returned = []
def _watched(name, entry):
    def call(*args, **named):
        value = entry(*args, **named)
        _returned.append((name, value))
        return value
    return call
def _driver({parameters}):
{driver}
try:
    _driver({watched})
except Exception:
    pass
return _returned[:{most}]
"""

_AFRESH = """
import linecache
def _afresh(name, entry):
    file = entry.__globals__["__file__"]
    code = compile("".join(linecache.cache[file][2]), file, "exec", dont_inherit=True)
    def call(*args, **named):
        scope = {{"__name__": "submission", "__file__": file}}
        exec(code, scope)
        return scope[name](*args, **named)
    return call
def _driver({parameters}):
{driver}
return _driver({afresh})
"""

_REORDERED = """
def _reordered(entry):
    def call(*args, **named):
        value = entry(*args, **named)
        return [value[i] for i in {order}]
    return call
def _driver({parameters}):
{driver}
return _driver({reordered})
"""


@dataclass(frozen=True, slots=True)
class Trials:
    """`outcome.Trials` of one submission on the cases `drawn`."""

    runners: Runners
    program: Program
    grader: Grader
    drawn: Mapping[str, Drawn]

    def passes_afresh(self, failure: Failure) -> bool:
        """See `outcome.Trials.passes_afresh`."""
        program = replace(self.program, driver=_afresh(self.grader.problem, self._inputs([failure])))
        drawn = self.drawn[failure.case.name]
        return next(sit(self.runners, program, self.grader, [drawn])).failure is None

    def returned(self, failures: Sequence[Failure]) -> dict[str, tuple[Returned, ...]]:
        """See `outcome.Trials.returned`."""
        problem = self.grader.problem
        program = replace(self.program, driver=_watched(problem, self._inputs(failures)))
        found: dict[str, tuple[Returned, ...]] = {}
        try:
            runner = self.runners.start(program, base_limits(problem))
        except LoadFailed:
            return found
        try:
            for failure in failures:
                drawn = self.drawn[failure.case.name]
                call = runner.call(drawn.inputs, drawn.case.layout, limits(problem, drawn))
                if call.outcome == "returned":
                    found[failure.case.name] = tuple(_calls(call.value, problem))
        finally:
            runner.close()
        return found

    def reordered(self, failures: Sequence[Failure], entry: str, order: Sequence[int]) -> frozenset[str]:
        """See `outcome.Trials.reordered`."""
        driver = _reordered(self.grader.problem, self._inputs(failures), entry, order)
        cases = [self.drawn[failure.case.name] for failure in failures]
        try:
            sats = list(sit(self.runners, replace(self.program, driver=driver), self.grader, cases))
        except LoadFailed:
            return frozenset()
        return frozenset(sat.result.name for sat in sats if sat.failure is None)

    def _inputs(self, failures: Sequence[Failure]) -> Mapping[str, Any]:
        """Of which the driver is a function; `generate` gives the same names in every case."""
        return self.drawn[failures[0].case.name].inputs


def _watched(problem: Problem, inputs: Mapping[str, Any]) -> str:
    names = [entry.name for entry in entries(problem) if entry.kind == "function"]
    passed = [f"{name}=_watched({name!r}, {name})" for name in names]
    return _WATCHED.format(
        parameters=", ".join([*names, *inputs]),
        driver=indent(_driver(problem, inputs), "    "),
        watched=", ".join([*passed, *(f"{name}={name}" for name in inputs)]),
        most=MOST_CALLS,
    )


def _afresh(problem: Problem, inputs: Mapping[str, Any]) -> str:
    names = [entry.name for entry in entries(problem) if entry.kind == "function"]
    wrapped = [f"{name}=_afresh({name!r}, {name})" for name in names]
    return _AFRESH.format(
        parameters=", ".join([*names, *inputs]),
        driver=indent(_driver(problem, inputs), "    "),
        afresh=", ".join([*wrapped, *(f"{name}={name}" for name in inputs)]),
    )


def _reordered(problem: Problem, inputs: Mapping[str, Any], entry: str, order: Sequence[int]) -> str:
    return _REORDERED.format(
        order=list(order),
        parameters=", ".join([entry, *inputs]),
        driver=indent(_driver(problem, inputs), "    "),
        reordered=", ".join([f"{entry}=_reordered({entry})", *(f"{name}={name}" for name in inputs)]),
    )


def _driver(problem: Problem, inputs: Mapping[str, Any]) -> str:
    """The problem's own, or the call that stands for it."""
    if problem.driver is not None:
        return problem.driver
    (entry,) = entries(problem)
    named = [f"{name}={name}" for name in entry.optional if name in inputs]
    return f"return {entry.name}({', '.join([*entry.required, *named])})"


def _calls(value: Any, problem: Problem) -> Iterator[Returned]:
    """The submission may have written anything there."""
    names = {entry.name for entry in entries(problem)}
    for pair in value if isinstance(value, list) else ():
        if isinstance(pair, tuple) and len(pair) == 2 and isinstance(pair[0], str) and pair[0] in names:
            yield Returned(*pair)
