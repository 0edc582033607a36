"""What the judge says to a runner and hears from it, as data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

Outcome = Literal["returned", "raised", "time limit", "memory limit", "output limit", "crashed", "forbidden"]


class Entry(Protocol):
    """A function or class that the submission must define (`drill.bank.starter.Entry` is one)."""

    @property
    def name(self) -> str: ...

    @property
    def required(self) -> tuple[str, ...]:
        """Names of the inputs given by position, where there is no driver."""

    @property
    def optional(self) -> tuple[str, ...]:
        """Names of the inputs given by name, where there is no driver."""


@dataclass(frozen=True, slots=True)
class Program:
    """A submission and how to call it: all that its process is told."""

    source: str
    file_name: str
    driver: str | None  # the body of a function of the inputs; None: the single entry is called
    entries: Sequence[Entry]
    framework: str  # "numpy" or "torch"
    device: str = "cpu"
    allow: tuple[str, ...] = ()  # packages beside the standard library, NumPy and torch
    forbid: tuple[str, ...] = ()  # canonical operations, for the guard at run time (best effort)
    hidden: tuple[str, ...] = ()  # folders never readable, such as the bank, wherever they lie


@dataclass(frozen=True, slots=True)
class CallLimits:
    """`memory_mb` counts from the runner's start. `output_bytes` bounds what a call returns."""

    wall: float  # seconds
    cpu: float  # seconds
    memory_mb: int
    output_bytes: int


@dataclass(frozen=True, slots=True)
class Frame:
    """One level of a traceback inside the learner's file, outermost first in `Raised.frames`."""

    line: int
    function: str
    source: str  # the line, stripped
    locals: tuple[str, ...]  # "x: float64 (4, 3)", arrays only


@dataclass(frozen=True, slots=True)
class Raised:
    """An exception of the submission."""

    type_name: str
    mro: tuple[str, ...] = (
        field()
    )  # names of its classes, its own first; field(): else `type.mro` is a default
    message: str  # bounded
    frames: tuple[Frame, ...]


@dataclass(frozen=True, slots=True)
class CallResult:
    """What one call came to. `value` and `inputs_after` are trees (`wire`) when the outcome is "returned".

    `wall` and `cpu` (seconds) are measured outside the runner. `detail` is a phrase such as "killed by
    SIGSEGV", and for "forbidden" a sentence that names the call and the line.
    """

    outcome: Outcome
    value: Any
    inputs_after: dict[str, Any] | None
    exception: Raised | None
    stdout: str  # standard output and error of this call, bounded
    wall: float
    cpu: float
    detail: str


class LoadFailed(Exception):
    """The submission cannot be called. `kind`: "syntax", "raised", "missing" (an entry), "time limit",
    "memory limit", "output limit", "crashed" or "forbidden"."""

    def __init__(
        self,
        kind: str,
        type_name: str,
        message: str,
        line: int | None = None,
        frames: tuple[Frame, ...] = (),
        defined: tuple[str, ...] = (),
    ) -> None:
        super().__init__(f"{type_name}: {message}")
        self.kind = kind
        self.type_name = type_name  # the exception's class, or the kind
        self.message = message
        self.line = line
        self.frames = frames
        self.defined = defined  # public names the file does define, for kind "missing"


class RunnerFault(Exception):
    """A runner could not be started or set up. Drill's fault, never the submission's."""


class SessionGone(BaseException):
    """The session was killed, and with it the runners. Not an Exception: no fault or verdict is made of it,
    the judge ends without a word, and the client knows what that means."""
