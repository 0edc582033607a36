"""The judge's side of runners: plain data in, plain data out, whatever a submission does.

    runner = runners.start(program, limits)          # LoadFailed
    result = runner.call(inputs, "contiguous", limits)
    runner.close()

A runner locks itself in before it is told the program (then it is still ours: trouble is a RunnerFault), and
from then on everything it says is hostile: only a complete, well-formed reply counts, all else is an outcome.
"""

from __future__ import annotations

import signal
import socket
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from drill.runner import frames, replies, sandbox, wire
from drill.runner.calls import (
    CallLimits,
    CallResult,
    Entry,
    Frame,
    LoadFailed,
    Outcome,
    Program,
    Raised,
    RunnerFault,
    SessionGone,
)
from drill.runner.exchange import Answer, Channel, Stop
from drill.runner.frames import FrameError
from drill.runner.sandbox import LIBRARIES

__all__ = [
    "CallLimits",
    "CallResult",
    "Entry",
    "Frame",
    "LoadFailed",
    "Outcome",
    "Program",
    "Raised",
    "Runner",
    "RunnerFault",
    "Runners",
    "SessionGone",
]

_SETUP_SECONDS = 60.0  # a new interpreter may have to import torch first
_SMALL_REPLY = 1 << 20  # bytes; whether it loaded, and why not
_REPLY_ROOM = 1 << 20  # bytes of a reply beside its value: inputs that changed, an exception

_OUTCOMES: dict[Stop, Outcome] = {"time": "time limit", "memory": "memory limit", "output": "output limit"}


class Runner:
    """One process with one submission loaded. Not for two threads."""

    def __init__(self, control: socket.socket, channel: Channel, pid: int, program: Program) -> None:
        self._control = control
        self._channel = channel
        self._pid = pid
        self._program = program
        self.alive = True  # False after an outcome that ended the process; further calls are "crashed"

    def call(self, inputs: Mapping[str, Any], layout: str, limits: CallLimits) -> CallResult:
        """Runs one case on private copies of `inputs` (NumPy arrays and plain values, nested at will).

        `layout`: "contiguous", "strided" or "fortran". Never raises on what the submission does, and returns
        within `limits.wall` and a second. Raises FrameError when the inputs themselves are no tree.
        """
        if not self.alive:
            return _nothing(
                "crashed", Answer("closed", memoryview(b""), "", 0.0, 0.0), "its process has ended"
            )
        request = {"inputs": dict(inputs), "layout": layout, "output_bytes": limits.output_bytes}
        message = wire.encode(request)
        room = limits.output_bytes + _REPLY_ROOM + sum(map(len, message))
        answer = self.ask(message, limits, min(room, frames.MAX_FRAME))
        if answer.stop:
            return self._ended(answer)
        try:
            return replies.call_result(wire.decode(answer.body), inputs, self._program, answer)
        except FrameError as error:
            return self._ended(replace(answer, stop="malformed", detail=str(error)))

    def ask(self, message: list[bytes | memoryview], limits: CallLimits, max_reply: int) -> Answer:
        return self._channel.ask(message, limits, max_reply)

    def close(self) -> None:
        """Has the process ended and its scratch folder removed, without waiting. Harmless when repeated."""
        if self.alive:
            self._end("close")

    def end(self, grace: bool) -> dict[str, Any]:
        """Ends the process; how it had ended by itself, if it had. With `grace` it may finish doing so."""
        self._end("end", grace)
        return _hear(self._control)

    def _end(self, op: str, grace: bool = False) -> None:
        self.alive = False
        self._channel.close()
        _tell(self._control, {"op": op, "pid": self._pid, "grace": grace})

    def _ended(self, answer: Answer) -> CallResult:
        """The process gave no reply: it is ended, and the outcome is why."""
        ended = self.end(grace=answer.stop == "closed")
        if answer.stop in _OUTCOMES:
            return _nothing(_OUTCOMES[answer.stop], answer, answer.detail)
        if answer.stop == "malformed":
            return _nothing("crashed", answer, f"sent no well-formed answer: {answer.detail}")
        if ended["signal"] == signal.SIGXCPU:
            return _nothing("time limit", answer, "")
        return _nothing("crashed", answer, _death(ended))


class Runners:
    """Starts runners; given to the judge by its session."""

    def __init__(self, control: socket.socket) -> None:
        self._control = control
        self._missing = tuple(layer for layer in sandbox.layers() if layer.required and not layer.on)

    @property
    def isolated(self) -> bool:
        """Every sandbox layer that untrusted code needs is on here."""
        return not self._missing

    @property
    def notes(self) -> tuple[str, ...]:
        """One sentence for each required layer that is missing here."""
        return tuple(f"Not isolated by {layer.name}: {layer.reason}." for layer in self._missing)

    def start(self, program: Program, limits: CallLimits) -> Runner:
        """A fresh process with `program` loaded within `limits`. Raises LoadFailed, RunnerFault."""
        runner = self._ready(program)
        message = wire.encode(_program(program, limits))
        answer = runner.ask(message, limits, _SMALL_REPLY)
        failed: LoadFailed | None
        if answer.stop:
            ended = runner.end(grace=answer.stop == "closed")
            failed = _load_ended(answer, ended)
        else:
            try:
                failed = replies.load_failed(wire.decode(answer.body), program.source)
            except FrameError as error:
                failed = LoadFailed("crashed", "crashed", f"sent no well-formed answer: {error}")
        if failed is not None:
            runner.close()
            raise failed
        return runner

    def _ready(self, program: Program) -> Runner:
        """A process in its sandbox that has not heard of the program yet."""
        _tell(self._control, {"op": "start", "wishes": _wishes(program)})
        started = _hear(self._control)
        requests, replies, prints = _descriptors(self._control)
        channel = Channel(started["pid"], started["scratch"], (requests, replies, prints))
        runner = Runner(self._control, channel, started["pid"], program)
        patient = CallLimits(_SETUP_SECONDS, _SETUP_SECONDS, 1 << 20, 0)
        answer = runner.ask([], patient, _SMALL_REPLY)
        if answer.stop:
            why = _death(runner.end(grace=True))
            raise RunnerFault(f"a runner could not be set up: {why}; it printed: {answer.printed}")
        channel.memory = channel.meter.memory()
        return runner


def _tell(control: socket.socket, wish: dict[str, Any]) -> None:
    try:
        frames.send(control, wish)
    except OSError as error:
        raise SessionGone from error


def _hear(control: socket.socket) -> dict[str, Any]:
    try:
        heard: dict[str, Any] | None = frames.receive(control)
    except (OSError, FrameError) as error:
        raise SessionGone from error
    if heard is None:
        raise SessionGone
    return heard


def _descriptors(control: socket.socket) -> list[int]:
    """The three pipes of a runner."""
    try:
        message, descriptors, _, _ = socket.recv_fds(control, 1, 3)
    except OSError as error:
        raise SessionGone from error
    if not message:
        raise SessionGone
    return descriptors


def _wishes(program: Program) -> dict[str, Any]:
    """What the runner's sandbox must know, as far as it is unusual: the session keeps a usual one ready."""
    wishes: dict[str, Any] = {}
    if program.device != "cpu":
        wishes["device"] = program.device
    if program.allow:
        wishes["allow"] = list(program.allow)
    if hidden := sandbox.exposed([*LIBRARIES, *program.allow], program.hidden):
        wishes["hidden"] = hidden
    return wishes


def _program(program: Program, limits: CallLimits) -> dict[str, Any]:
    entries = [
        {"name": each.name, "required": list(each.required), "optional": list(each.optional)}
        for each in program.entries
    ]
    return {
        "source": program.source,
        "file_name": program.file_name,
        "driver": program.driver,
        "entries": entries,
        "framework": program.framework,
        "forbid": list(program.forbid),
        "memory_mb": limits.memory_mb,
    }


def _load_ended(answer: Answer, ended: dict[str, Any]) -> LoadFailed:
    kind: str = _OUTCOMES.get(answer.stop, "crashed")
    if ended["signal"] == signal.SIGXCPU:
        kind = "time limit"
    message = {
        "time limit": f"took more than {answer.wall:.1f} s to load",
        "memory limit": "ran out of memory while loading",
        "output limit": answer.detail,
    }.get(kind) or (answer.detail or _death(ended))
    return LoadFailed(kind, kind, message)


def _death(ended: dict[str, Any]) -> str:
    if ended["killed"]:
        return "closed drill's own channel"
    if ended["signal"]:
        return f"killed by {_signal_name(ended['signal'])}"
    return f"the process exited with status {ended['status']} before it answered"


def _nothing(outcome: Outcome, answer: Answer, detail: str) -> CallResult:
    return CallResult(outcome, None, None, None, answer.printed, answer.wall, answer.cpu, detail)


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"
