"""What a grading says: verdicts, cases, diagnoses. Plain data that travels from the judge to the command
line.

No numpy here: the command line imports this module.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

Verdict = Literal[
    "accepted",
    "wrong answer",
    "run-time error",
    "time limit exceeded",
    "memory limit exceeded",
    "output limit exceeded",
    "compile error",
    "rule violation",
    "internal error",
]
DiagnosisKind = Literal["mistake", "pattern", "difference", "error", "rule", "limit"]


@dataclass(frozen=True, slots=True)
class Request:
    """What the command line asks of the judge. `seed` decides every drawn number.

    `cases`: "visible" (plus the hidden ones named in `opened`), "all" (for submit: everything, speed too),
    or "why" (all, and for the first failing hidden case the laid-out inputs, expected and got).
    """

    bank: str
    problem: str
    source: str
    file_name: str
    framework: str
    device: str
    seed: int
    cases: Literal["visible", "all", "why"] = "all"
    opened: tuple[str, ...] = ()
    cache: str = ""  # the folder where problems are kept parsed; "": read it anew


@dataclass(frozen=True, slots=True)
class Shown:
    """One named value of a case as text for the learner; `marks` are the flat indices that differ."""

    name: str
    kind: Literal["input", "expected", "got"]
    summary: str  # "float64 (4, 3)"
    text: str  # bounded, laid out by the judge
    marks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseResult:
    name: str
    visible: bool
    verdict: Verdict
    seconds: float  # wall clock of the submission's part
    message: str = ""  # empty when accepted
    stdout: str = ""  # what the learner printed; visible cases only, bounded
    shown: tuple[Shown, ...] = ()  # visible failing cases, and what `why` opened
    error: float = 0.0  # largest |got-expected| / (rtol*|expected|+atol); 0 when not compared


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """Why it is wrong. `says` is one or two sentences in the learner's terms."""

    kind: DiagnosisKind
    name: str  # the mistake's or the pattern's name; for "error" the exception's class
    says: str
    case: str = ""
    output: str = ""
    line: int | None = None  # in the learner's file, where known


@dataclass(frozen=True, slots=True)
class Report:
    """One graded submission. `versions`: python, drill, numpy, torch (when used); `bank`: the problem's
    digest."""

    problem: str
    framework: str
    device: str
    verdict: Verdict
    cases: tuple[CaseResult, ...]
    diagnosis: tuple[Diagnosis, ...]
    seed: int
    bank: str
    versions: dict[str, str]
    isolated: bool  # every sandbox layer that grading untrusted code needs was on
    seconds: float
    notes: tuple[str, ...] = ()  # facts for the learner, such as a sandbox layer that is missing

    @property
    def accepted(self) -> bool:
        return self.verdict == "accepted"


def to_plain(report: Report) -> dict[str, Any]:
    """JSON-ready dictionaries and lists."""
    return asdict(report)


def case_to_plain(result: CaseResult) -> dict[str, Any]:
    """One case, as in `to_plain`."""
    return asdict(result)


def case_from_plain(data: dict[str, Any]) -> CaseResult:
    """The inverse of `case_to_plain`."""
    shown = tuple(Shown(**{**each, "marks": tuple(each["marks"])}) for each in data["shown"])
    return CaseResult(**{**data, "shown": shown})


def from_plain(data: dict[str, Any]) -> Report:
    """The inverse of `to_plain`; the sender is our own judge."""
    cases = tuple(map(case_from_plain, data["cases"]))
    diagnosis = tuple(Diagnosis(**each) for each in data["diagnosis"])
    return Report(**{**data, "cases": cases, "diagnosis": diagnosis, "notes": tuple(data["notes"])})
