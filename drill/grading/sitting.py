"""A submission sits its cases: each is run, judged, and handed out as soon as it is done.

All cases run in one process so that state kept between calls shows. After a crash or a limit the rest run
in a fresh process; a second timeout ends the run, and the remaining cases count as not run.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from drill.bank.schema import Problem
from drill.grading.cases import Drawn, Grader
from drill.grading.compare import compare
from drill.grading.outcome import Comparison, Difference, Failure
from drill.grading.report import CaseResult, Verdict
from drill.grading.shown import shown
from drill.grading.values import modified
from drill.runner.handle import CallLimits, CallResult, Program, Raised, Runner, Runners

MAX_STDOUT = 4000  # characters of a visible case's output
MAX_TIMEOUTS = 2
NEAR = 8  # a speed case that takes more than this part of its time is held against a careful timing
OUTPUT_ROOM = 16 << 20  # bytes beside eight times the expected outputs

_ENDED: dict[str, Verdict] = {
    "time limit": "time limit exceeded",
    "memory limit": "memory limit exceeded",
    "output limit": "output limit exceeded",
    "crashed": "run-time error",
}


@dataclass(frozen=True, slots=True)
class Sat:
    """One judged case. `failure` is None when it was accepted."""

    drawn: Drawn
    result: CaseResult
    failure: Failure | None


def sit(runners: Runners, program: Program, grader: Grader, cases: Iterable[Drawn]) -> Iterator[Sat]:
    """Judges the cases in order. Raises LoadFailed when the submission does not load."""
    seat = _Seat(runners, program, grader.problem)
    timeouts = 0
    try:
        for drawn in cases:
            if timeouts == MAX_TIMEOUTS:
                yield _not_run(drawn)
                continue
            call = seat.call(drawn)
            if drawn.allowed is not None and call.cpu > drawn.allowed / NEAR:
                drawn = grader.timed(drawn)
            if is_late(drawn, call) and call.outcome == "returned":
                call = seat.again(drawn, call)
            timeouts += call.outcome == "time limit"
            yield judged(grader, drawn, call)
    finally:
        seat.close()


class _Seat:
    """Where a submission sits: one process, and a fresh one after it has ended."""

    def __init__(self, runners: Runners, program: Program, problem: Problem) -> None:
        self._runners = runners
        self._program = program
        self._problem = problem
        self._runner = self._start()

    def call(self, drawn: Drawn) -> CallResult:
        if not self._runner.alive:
            self._runner.close()
            self._runner = self._start()
        return self._runner.call(drawn.inputs, drawn.case.layout, limits(self._problem, drawn))

    def again(self, drawn: Drawn, call: CallResult) -> CallResult:
        """A late call gets a second try, for the first may have had to import something; in a process that
        has seen nothing, so that remembering the answer is of no use. The faster one counts."""
        self._runner.close()
        self._runner = self._start()
        second = self.call(drawn)
        return second if second.outcome == "returned" and second.cpu < call.cpu else call

    def close(self) -> None:
        self._runner.close()

    def _start(self) -> Runner:
        return self._runners.start(self._program, base_limits(self._problem))


def is_late(drawn: Drawn, call: CallResult) -> bool:
    """A speed case took longer than it may. CPU time counts, which a busy machine does not lengthen."""
    return drawn.allowed is not None and call.cpu > drawn.allowed


def base_limits(problem: Problem) -> CallLimits:
    seconds = problem.limits.seconds
    return CallLimits(2 * seconds, seconds, problem.limits.memory_mb, OUTPUT_ROOM)


def limits(problem: Problem, drawn: Drawn) -> CallLimits:
    """What one case may take. A speed case has its own time, and a second to show by how much it is late."""
    size = sum(getattr(each.value, "nbytes", 64) for each in drawn.expected.values())
    room = OUTPUT_ROOM + 8 * size
    if drawn.allowed is not None:
        seconds = drawn.allowed + 1
        return CallLimits(seconds, seconds, problem.limits.memory_mb, room)
    return replace(base_limits(problem), output_bytes=room)


def judged(grader: Grader, drawn: Drawn, call: CallResult) -> Sat:
    """The verdict on what came back from one call."""
    if call.outcome in _ENDED:
        return _failed(drawn, call, _ENDED[call.outcome], _limit(drawn, call, grader.problem))
    if call.outcome == "forbidden":
        return _failed(drawn, call, "rule violation", call.detail)
    if call.outcome == "raised":
        return _raised(drawn, call)
    if drawn.case.raises is not None:
        return _failed(drawn, call, "wrong answer", f"returned a value; {drawn.case.raises} is expected")
    return _returned(grader, drawn, call)


def _returned(grader: Grader, drawn: Drawn, call: CallResult) -> Sat:
    comparison, got = _compared(grader, drawn, call)
    changed = modified(drawn.inputs, call.inputs_after) if call.inputs_after is not None else ()
    if comparison.differences:
        message = comparison.differences[0].message
        return _failed(drawn, call, "wrong answer", message, comparison, got, changed)
    if changed:
        message = f"{_inputs(changed)} modified; work on a copy"
        return _failed(drawn, call, "wrong answer", message, comparison, got, changed)
    if is_late(drawn, call):
        return _failed(
            drawn, call, "time limit exceeded", _slow(drawn, call, grader.problem), comparison, got
        )
    return Sat(drawn, _result(drawn, call, "accepted", "", comparison.error), None)


def _compared(grader: Grader, drawn: Drawn, call: CallResult) -> tuple[Comparison, dict[str, Any]]:
    """Values are compared by the engine, or by the problem's own `check` where the answer is not unique."""
    own = grader.check
    comparison, got = compare(
        drawn.shape_of, drawn.expected, call.value, grader.framework, values=own is None
    )
    if own is None or comparison.differences:
        return comparison, got
    says = grader.checked(drawn, call.value)
    return Comparison(() if says is None else (Difference("", "value", says),)), got


def _raised(drawn: Drawn, call: CallResult) -> Sat:
    raised = call.exception
    assert raised is not None
    if "NotImplementedError" in raised.mro and drawn.case.raises != "NotImplementedError":
        return _failed(drawn, call, "run-time error", "not written yet")
    if drawn.case.raises is None:
        return _failed(drawn, call, "run-time error", raised_message(raised))
    if drawn.case.raises in raised.mro and raised.frames:
        return Sat(drawn, _result(drawn, call, "accepted", "", 0.0), None)
    message = f"{drawn.case.raises} is expected; it raised {raised_message(raised)}"
    return _failed(drawn, call, "wrong answer", message)


def raised_message(raised: Raised) -> str:
    """ "ValueError: too small (line 7)"; the line is the innermost one of the learner's file."""
    where = f" (line {raised.frames[-1].line})" if raised.frames else ""
    says = f": {raised.message}" if raised.message else ""
    return f"{raised.type_name}{says}{where}"


def _inputs(names: tuple[str, ...]) -> str:
    return f"the input {names[0]} was" if len(names) == 1 else f"the inputs {', '.join(names)} were"


def _limit(drawn: Drawn, call: CallResult, problem: Problem) -> str:
    if call.outcome == "time limit":
        if drawn.allowed is not None:
            return _slow(drawn, call, problem)
        return f"stopped after {call.wall:.1f} s; a case may take {problem.limits.seconds:g} s"
    if call.outcome == "memory limit":
        return f"needed more than {problem.limits.memory_mb} MiB"
    return call.detail


def _slow(drawn: Drawn, call: CallResult, problem: Problem) -> str:
    assert drawn.allowed is not None
    assert problem.speed is not None
    stopped = call.outcome == "time limit"
    took = f"was stopped after {_seconds(call.wall)}" if stopped else f"took {_seconds(call.cpu)}"
    return (
        f"{took}; the reference takes {_seconds(drawn.reference_seconds)}, and "
        f"{_seconds(drawn.allowed)} are allowed: vectorise, with whole-array operations in place of loops"
    )


def _seconds(seconds: float) -> str:
    if seconds >= 1:
        return f"{seconds:.1f} s"
    return f"{1000 * seconds:.0f} ms" if seconds >= 0.01 else f"{1000 * seconds:.1f} ms"


def _failed(
    drawn: Drawn,
    call: CallResult,
    verdict: Verdict,
    message: str,
    comparison: Comparison = Comparison(),  # noqa: B008  # frozen
    got: dict[str, Any] | None = None,
    changed: tuple[str, ...] = (),
) -> Sat:
    failure = Failure(
        case=drawn.case,
        verdict=verdict,
        message=message,
        inputs=drawn.inputs,
        expected=drawn.expected,
        got=got or {},
        comparison=comparison,
        modified=changed,
        call=call,
    )
    return Sat(drawn, _result(drawn, call, verdict, message, comparison.error, failure), failure)


def _result(
    drawn: Drawn,
    call: CallResult,
    verdict: Verdict,
    message: str,
    error: float,
    failure: Failure | None = None,
) -> CaseResult:
    case = drawn.case
    return CaseResult(
        name=case.name,
        visible=case.visible,
        verdict=verdict,
        seconds=call.wall,
        message=message,
        stdout=call.stdout[:MAX_STDOUT] if case.visible else "",
        shown=shown(failure) if failure is not None and case.visible else (),
        error=error,
    )


def _not_run(drawn: Drawn) -> Sat:
    case = drawn.case
    result = CaseResult(case.name, case.visible, "time limit exceeded", 0.0, "not run")
    failure = Failure(
        case, "time limit exceeded", "not run", drawn.inputs, drawn.expected, {}, Comparison(), (), None
    )
    return Sat(drawn, result, failure)
