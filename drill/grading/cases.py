"""Drawing a case: its inputs, and what a right answer to them is.

Every number follows from the seed of the submission and the case's name, so that cases can be added, removed
and reordered without changing each other. Expected values come from the primary reference in float64 on the
inputs after their cast; expected dtype and shape from the reference in the submission's own framework.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from time import perf_counter
from typing import Any

import numpy as np

from drill.bank.schema import Case, Framework, Problem
from drill.grading.outcome import Expected
from drill.grading.references import Program, load
from drill.grading.tolerance import tolerance
from drill.grading.values import (
    BankFault,
    from_tree,
    is_finite,
    leaves,
    map_arrays,
    plain,
    skeleton,
)
from drill.runner.wire import Array, encode

Check = Callable[[Mapping[str, Any], Any, Any], "str | None"]

SPEED = "speed: "  # how the name of the speed case begins
SHORTEST_REFERENCE = 1e-3  # seconds; below it a ratio of two timings means nothing


@dataclass(frozen=True, slots=True)
class Drawn:
    """One case with its numbers. `inputs` are NumPy arrays after the cast, and plain values.

    `shape_of` is the nesting of the outputs with each leaf's name in its place (None when the case asks for
    an exception); `values` the primary reference's tree in float64, for `check`; `allowed` the seconds of a
    speed case.
    """

    case: Case
    inputs: dict[str, Any]
    shape_of: Any
    expected: dict[str, Expected]
    values: Any
    allowed: float | None = None
    reference_seconds: float = 0.0


class Grader:
    """The grader's files of one problem, loaded for submissions in `framework`."""

    def __init__(self, problem: Problem, framework: Framework) -> None:
        self.problem = problem
        self.framework = framework
        cases = load(problem.graders / "cases.py")
        if not hasattr(cases, "generate"):
            raise BankFault("cases.py does not define generate(rng, **case)")
        self._generate: Callable[..., Any] = cases.generate
        self.check: Check | None = getattr(cases, "check", None)
        self.excused: Mapping[str, str] = getattr(cases, "NOT_HOLES", {})  # see `holes`
        self.primary = Program(problem, problem.primary)
        self.own = self.primary if framework == problem.primary else Program(problem, framework)

    def cases(self) -> tuple[Case, ...]:
        """The cases for this framework in file order, the speed case last."""
        listed = tuple(c for c in self.problem.cases if not c.frameworks or self.framework in c.frameworks)
        speed = self.problem.speed
        if speed is None:
            return listed
        size = ", ".join(f"{name}={value}" for name, value in speed.args.items())
        return (*listed, Case(name=SPEED + size, args=speed.args))

    def draw(self, case: Case, seed: int) -> Drawn:
        """Raises BankFault when the grader's files cannot produce this case."""
        inputs = self.inputs(case, seed)
        if case.raises is not None:
            self._must_raise(case, inputs)
            return Drawn(case, inputs, None, {}, None)
        values = _called(self.primary, case, map_arrays(_widened, inputs))
        expected = self._expected(case, inputs, values, self.own)
        drawn = Drawn(case, inputs, skeleton(values), expected, values)
        if not case.name.startswith(SPEED):
            return drawn
        return self._bounded(drawn, self.own.seconds, _transfer(drawn))

    def inputs(self, case: Case, seed: int) -> dict[str, Any]:
        """What `generate` returns for the case, float64 arrays cast to the case's dtype."""
        rng = np.random.default_rng(np.random.SeedSequence([seed, zlib.crc32(case.name.encode())]))
        try:
            drawn = self._generate(rng, **case.args)
        except Exception as error:
            raise BankFault(
                f"generate() failed for case {case.name!r}: {type(error).__name__}: {error}"
            ) from error
        if not isinstance(drawn, dict) or not all(isinstance(name, str) for name in drawn):
            raise BankFault(f"generate() must return a dictionary by name, not {type(drawn).__name__}")
        cast = {
            name: map_arrays(lambda a: _cast(a, case.dtype), plain(value)) for name, value in drawn.items()
        }
        for name, leaf in leaves(cast):
            if isinstance(leaf, np.ndarray) and leaf.dtype.kind == "f" and not np.isfinite(leaf).all():
                raise BankFault(f"generate() returned a {name} with NaN or infinity for case {case.name!r}")
        return cast

    def checked(self, drawn: Drawn, tree: Any) -> str | None:
        """The problem's `check(inputs, outputs, expected)` on a tree of the expected types, shapes and
        dtypes: None when right, else one sentence. It never sees NaN or infinity where none is expected."""
        assert self.check is not None
        outputs, expected = from_tree(tree), from_tree(drawn.values)
        if is_finite(expected) and not is_finite(outputs):
            return "the outputs contain NaN or infinity"
        try:
            return self.check(drawn.inputs, outputs, expected)
        except Exception as error:
            raise BankFault(
                f"check() failed on case {drawn.case.name!r}: {type(error).__name__}: {error}"
            ) from error

    def primary_expected(self, drawn: Drawn) -> dict[str, Expected]:
        """The expectation of the same case with the dtypes of the primary framework."""
        return self._expected(drawn.case, drawn.inputs, drawn.values, self.primary)

    def _must_raise(self, case: Case, inputs: dict[str, Any]) -> None:
        for program in {id(p): p for p in (self.primary, self.own)}.values():
            try:
                program.call(inputs)
            except Exception as error:
                if any(kind.__name__ == case.raises for kind in type(error).__mro__):
                    continue
                raise BankFault(
                    f"case {case.name!r} asks for {case.raises}, but reference_{program.framework}.py raised "
                    f"{type(error).__name__}: {error}"
                ) from error
            raise BankFault(
                f"case {case.name!r} asks for {case.raises}, but reference_{program.framework}.py returned"
            )

    def _expected(
        self, case: Case, inputs: Mapping[str, Any], values: Any, program: Program
    ) -> dict[str, Expected]:
        """Values from `values`, dtypes and shapes from a run of `program` on the inputs as they are."""
        same = program is self.primary and case.dtype == "float64"
        typed = values if same else _called(program, case, inputs)
        exact, own = dict(leaves(values)), dict(leaves(typed))
        if exact.keys() != own.keys():
            raise BankFault(
                f"the references return different outputs for case {case.name!r}: "
                f"{', '.join(exact)} and {', '.join(own)}"
            )
        return {name: self._one(case, name, exact[name], own[name]) for name in exact}

    def _one(self, case: Case, name: str, value: Any, typed: Any) -> Expected:
        if not isinstance(typed, Array):
            plain = value.data.item() if isinstance(value, Array) else value
            rtol, atol = tolerance(self.problem, case, name, "")
            return Expected(name, plain, "", (), rtol, _scaled(atol, rtol, plain))
        array = value.data if isinstance(value, Array) else np.asarray(value)
        if array.shape != typed.data.shape:
            raise BankFault(
                f"the references return {name} of shapes {array.shape} and {typed.data.shape} "
                f"for case {case.name!r}"
            )
        dtype = typed.data.dtype.name
        rtol, atol = tolerance(self.problem, case, name, dtype)
        return Expected(name, array, dtype, array.shape, rtol, _scaled(atol, rtol, array))

    def timed(self, drawn: Drawn) -> Drawn:
        """A speed case with its reference timed with care: the best of several runs. The one that gave the
        expected values is enough for a submission that is far from the bound."""
        best, transfer, spent = drawn.reference_seconds, _transfer(drawn), 0.0
        while spent < 0.12:
            self.own.call(drawn.inputs)
            best, transfer = min(best, self.own.seconds), min(transfer, _transfer(drawn))
            spent += max(self.own.seconds, 0.04)
        return self._bounded(drawn, best, transfer)

    def _bounded(self, drawn: Drawn, seconds: float, transfer: float) -> Drawn:
        """Adds what the case may take: the reference's time, times the problem's factor, and the wire's."""
        assert self.problem.speed is not None
        allowed = self.problem.speed.at_most * max(seconds, SHORTEST_REFERENCE) + transfer
        return replace(drawn, allowed=allowed, reference_seconds=seconds)


def _transfer(drawn: Drawn) -> float:
    """Seconds that inputs and outputs may spend on the wire, which is no part of the submission's time."""
    start = perf_counter()
    for tree in (drawn.inputs, drawn.inputs, drawn.values):  # there, and both back
        b"".join(encode(tree))
    return 3 * (perf_counter() - start)  # packed, piped and unpacked


def _called(program: Program, case: Case, inputs: Mapping[str, Any]) -> Any:
    try:
        return program.call(inputs)
    except BankFault:
        raise
    except Exception as error:
        raise BankFault(
            f"reference_{program.framework}.py failed on case {case.name!r}: {type(error).__name__}: {error}"
        ) from error


def _cast(array: np.ndarray[Any, Any], dtype: str) -> np.ndarray[Any, Any]:
    """Only float64 follows the case's dtype; what `generate` made otherwise (int64, uint8) is meant so."""
    return array.astype(dtype) if array.dtype == np.float64 else array


def _widened(array: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    return array.astype(np.float64) if array.dtype == np.float32 else array


def _scaled(atol: float | None, rtol: float, value: Any) -> float:
    """The ruling: atol is rtol times the largest finite magnitude of the output, unless the problem says."""
    if atol is not None:
        return atol
    array = np.asarray(value)
    if array.dtype.kind not in "fc":
        return 0.0
    magnitudes = np.abs(array[np.isfinite(array)])
    return rtol * float(magnitudes.max(initial=0.0))
