"""Grading many files that others wrote: grade. Nobody's schedule or log is touched."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import typer

from drill.bank.schema import BankErrors, Framework, UnknownProblem
from drill.cli import json as shapes
from drill.cli.failures import as_ours
from drill.cli.kept import Kept
from drill.cli.options import Device, FrameworkName, Problem, device_of, framework_of
from drill.cli.render.grades import table
from drill.cli.render.progress import bar
from drill.cli.session import Session
from drill.errors import BadInput, DrillError
from drill.grading.many import grade_many
from drill.grading.report import Diagnosis, Report, Request
from drill.practice.identifying import identify

Files = Annotated[
    list[Path], typer.Argument(metavar="FILE...", help="Solutions; a folder stands for its .py files.")
]
Seed = Annotated[
    int | None, typer.Option("--seed", metavar="N", help="What the cases are drawn from; else drawn itself.")
]
Jobs = Annotated[
    int, typer.Option("--jobs", metavar="N", min=1, help="How many at a time; by default one a core.")
]
Resume = Annotated[bool, typer.Option("--resume", help="Go on where Ctrl-C ended the same command.")]
Lines = Annotated[
    bool, typer.Option("--json", help="Print JSON Lines (docs/json.md), a file each as it ends.")
]
CORES = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Graded(NamedTuple):
    """One file. `verdict` None: it was not graded, and `says` why; else `says` what is wrong with it."""

    file: str
    problem: str | None
    framework: str | None
    device: str
    seed: int
    source_sha: str
    bank: str
    verdict: str | None
    says: str
    passed: int = 0
    cases: int = 0
    failed: tuple[str, ...] = ()
    diagnosis: tuple[Diagnosis, ...] = ()
    isolated: bool = False
    seconds: float = 0.0

    @property
    def key(self) -> tuple[object, ...]:
        """What its verdict follows from."""
        return self[:7]


def grade(
    ctx: typer.Context,
    files: Files,
    problem: Problem = None,
    framework: FrameworkName = None,
    device: Device = None,
    seed: Seed = None,
    jobs: Jobs = CORES,
    resume: Resume = False,
    json: Lines = False,
) -> int:
    """All sit the same cases, on all cores. A file that cannot be graded is a row that says why."""
    session = Session.of(ctx)
    if problem is not None:
        session.bank.get(problem)
    asked = Asked(_expanded(files), problem, framework_of(framework), device_of(device))
    kept = Kept(session.settings.cache, asked.facts)
    before = [_from_plain(line) for line in kept.read()] if resume else []
    kept.begin(resume)
    if seed is None:
        seed = before[0].seed if before else int.from_bytes(os.urandom(6), "little")
    rows: dict[str, Graded] = {}
    try:
        with bar(session.errors, "Grading", len(asked.files), shown=not json) as step:
            for row in _rows(session, asked, seed, jobs, before):
                rows[row.file] = row
                step(row.file)
                if row not in before and row.verdict not in (None, "internal error"):
                    kept.add(shapes.graded(row))
                if json:
                    session.emit(shapes.graded(row), line=True)
    except KeyboardInterrupt:
        _show(session, asked, rows, json)
        session.errors.say(
            f"{len(rows)} of {len(asked.files)} files were graded; --resume goes on from there."
        )
        raise
    kept.forget()
    _show(session, asked, rows, json)
    if not json:
        session.advise("grade", "FILE...", "--seed", str(seed), before="The same cases for other files:")
    return 0 if all(row.verdict == "accepted" for row in rows.values()) else 1


class Asked(NamedTuple):
    """What the command line asks for, beside the seed."""

    files: list[Path]
    problem: str | None
    framework: Framework | None
    device: str | None

    @property
    def facts(self) -> list[object]:
        return [sorted(map(os.path.abspath, self.files)), *self[1:]]


def _rows(session: Session, asked: Asked, seed: int, jobs: int, before: Sequence[Graded]) -> Iterator[Graded]:
    """One a file: first those that need no grading, then the others as they are done."""
    done = {row.key: row for row in before}
    blanks: list[Graded] = []
    requests: list[Request] = []
    for file in asked.files:
        blank, request = _read(session, asked, file, seed)
        if request is None or blank.key in done:
            yield done.get(blank.key, blank)
        else:
            blanks.append(blank)
            requests.append(request)
    for number, answer in grade_many(requests, session.settings, jobs):
        yield _answered(blanks[number], answer)


def _read(session: Session, asked: Asked, file: Path, seed: int) -> tuple[Graded, Request | None]:
    """A row without a verdict, and what to ask the judge; None when the file cannot be graded."""
    device = asked.device or "cpu"
    try:
        found = identify(session.bank, session.settings, file, asked.problem, asked.framework)
    except (DrillError, BankErrors, UnknownProblem) as error:
        return Graded(
            str(file), asked.problem, asked.framework, device, seed, "", "", None, as_ours(error).message
        ), None
    device = device if found.framework == "torch" else "cpu"
    sha = sha256(found.source.encode("utf-8", "surrogatepass")).hexdigest()
    blank = Graded(
        str(file), found.problem.id, found.framework, device, seed, sha, found.problem.digest, None, ""
    )
    request = Request(
        bank=str(found.problem.root),
        problem=found.problem.id,
        source=found.source,
        file_name=file.name,
        framework=found.framework,
        device=device,
        seed=seed,
        cache=str(session.settings.cache),
    )
    return blank, request


def _answered(blank: Graded, answer: Report | BadInput) -> Graded:
    if isinstance(answer, BadInput):
        return blank._replace(says=answer.message)
    failed = [case for case in answer.cases if case.verdict != "accepted"]
    says = [each.says for each in answer.diagnosis] + [case.message for case in failed]
    if answer.verdict == "internal error":
        says = list(answer.notes)
    return blank._replace(
        verdict=answer.verdict,
        says=says[0] if says else "",
        passed=len(answer.cases) - len(failed),
        cases=len(answer.cases),
        failed=tuple(case.name for case in failed),
        diagnosis=answer.diagnosis,
        isolated=answer.isolated,
        seconds=answer.seconds,
    )


def _from_plain(line: Mapping[str, Any]) -> Graded:
    """The inverse of `shapes.graded`."""
    facts = {name: line[name] for name in Graded._fields}
    diagnosis = tuple(Diagnosis(**each) for each in facts.pop("diagnosis"))
    return Graded(**{**facts, "failed": tuple(facts["failed"]), "diagnosis": diagnosis})


def _expanded(files: Sequence[Path]) -> list[Path]:
    """Each file once, folders as the .py files below them. Raises BadInput when there is none."""
    found: dict[Path, None] = {}
    for file in files:
        found |= dict.fromkeys(sorted(file.rglob("*.py")) if file.is_dir() else [file])
    if not found:
        raise BadInput("There is no .py file in that folder.", "Name files, or a folder that has some.")
    return list(found)


def _show(session: Session, asked: Asked, rows: Mapping[str, Graded], json: bool) -> None:
    """The table, in the order of the command line."""
    if not json:
        chosen = [rows[name] for name in map(str, asked.files) if name in rows]
        session.screen.show(table(chosen), wide=True)
