"""What a problem is, once its YAML has been read: frozen, typed objects and nothing else.

Nothing after the loader sees a dictionary from a file. Everything a learner, an author or the judge may
know of a problem is a field here or a file beside `Problem.graders`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

Framework = Literal["numpy", "torch"]
Difficulty = Literal["easy", "medium", "hard"]
FloatDtype = Literal["float64", "float32"]
Layout = Literal["contiguous", "strided", "fortran"]


@dataclass(frozen=True, slots=True)
class Tolerance:
    """`|got - expected| <= rtol * |expected| + atol`; None means the default of the ruling."""

    rtol: float | None = None
    atol: float | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """One row of the test matrix. `args` is what `generate(rng, **args)` receives."""

    name: str
    visible: bool = False
    args: Mapping[str, Any] = field(default_factory=dict)
    dtype: FloatDtype = "float64"
    layout: Layout = "contiguous"
    raises: str | None = None  # the exception's class name
    tolerance: Mapping[str, Tolerance] = field(default_factory=dict)  # by output name; "" for all outputs
    frameworks: tuple[Framework, ...] = ()  # empty: every framework of the problem


@dataclass(frozen=True, slots=True)
class Mistake:
    """A wrong version as an edit of the primary reference. Each key of `change` occurs exactly once in it."""

    name: str
    says: str
    change: Mapping[str, str]
    verdict: str = "wrong answer"


@dataclass(frozen=True, slots=True)
class Speed:
    """A case drawn with `args` must take at most `at_most` times what the reference takes in the same run."""

    args: Mapping[str, Any]
    at_most: float = 100.0


@dataclass(frozen=True, slots=True)
class Limits:
    """Per case: CPU seconds (wall clock: twice that), and memory on top of the loaded framework, in MiB."""

    seconds: float = 2.0
    memory_mb: int = 1024


@dataclass(frozen=True, slots=True)
class Followup:
    ask: str
    answer: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture for the statement's page: a file of the grader folder, and in words what it shows."""

    svg: str
    alt: str


@dataclass(frozen=True, slots=True)
class Equivalent:
    """A mutant of the primary reference that no case can kill, and why (see `drill verify --mutate`)."""

    line: str  # the source line, stripped
    change: str  # the same line as mutated, stripped
    because: str


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem, whole. `root` is its bank: the folder that holds `problems/` and `graders/`."""

    id: str
    title: str
    topic: str
    difficulty: Difficulty
    minutes: int
    frameworks: tuple[Framework, ...]  # the first is the primary
    source: str
    statement: str
    starter: str  # without the header line and the import, which `header` adds
    cases: tuple[Case, ...]
    mistakes: tuple[Mistake, ...]
    hints: tuple[str, ...]
    root: Path
    path: Path  # the YAML file
    digest: str  # of the YAML and every file of its grader folder
    driver: str | None = None
    figure: Figure | None = None
    prerequisites: tuple[str, ...] = ()
    forbid: tuple[str, ...] = ()
    allow: tuple[str, ...] = ()  # packages it may import beside the standard library, numpy and torch
    tolerance: Mapping[str, Tolerance] = field(default_factory=dict)  # by output name; "" for all outputs
    dtype_rtol: Mapping[FloatDtype, float] = field(default_factory=dict)  # the `float64:`/`float32:` keys
    limits: Limits = Limits()
    speed: Speed | None = None
    followups: tuple[Followup, ...] = ()
    equivalent: tuple[Equivalent, ...] = ()

    @property
    def primary(self) -> Framework:
        return self.frameworks[0]

    @property
    def graders(self) -> Path:
        """`graders/<topic>/<id with _ for ->/` in the same bank."""
        return self.root / "graders" / self.topic / self.id.replace("-", "_")

    @property
    def file_name(self) -> str:
        """The learner's file: `conv_output_shape.py`."""
        return self.id.replace("-", "_") + ".py"

    def reference(self, framework: Framework) -> Path:
        return self.graders / f"reference_{framework}.py"


@dataclass(frozen=True, slots=True)
class Summary:
    """What the index knows of a problem without opening its YAML file again."""

    id: str
    title: str
    topic: str
    difficulty: Difficulty
    minutes: int
    frameworks: tuple[Framework, ...]
    prerequisites: tuple[str, ...]
    root: Path
    digest: str  # of the YAML file alone

    @property
    def path(self) -> Path:
        """The YAML file. Made when asked for: paths of all problems of a large bank take their time."""
        return self.root / "problems" / self.topic / f"{self.id}.yaml"


@dataclass(frozen=True, slots=True)
class BankError:
    """One thing wrong in a bank: said as `file:line: key: message`."""

    path: Path
    line: int | None
    key: str  # "cases[3].tolerance.dx", or "" for the file as a whole
    message: str

    def __str__(self) -> str:
        where = f"{self.path}:{self.line}" if self.line else str(self.path)
        return f"{where}: {self.key}: {self.message}" if self.key else f"{where}: {self.message}"


class BankErrors(Exception):
    """Every error of a bank or of one problem, at once."""

    def __init__(self, errors: tuple[BankError, ...]) -> None:
        super().__init__("\n".join(map(str, errors)))
        self.errors = errors


class UnknownProblem(LookupError):
    """No problem of that id; `near` holds the ids most like it."""

    def __init__(self, problem_id: str, near: tuple[str, ...]) -> None:
        super().__init__(problem_id)
        self.problem_id = problem_id
        self.near = near
