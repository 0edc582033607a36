"""The shapes that `--json` prints: one function each, documented in docs/json.md.

Times are ISO 8601 in UTC, ratings are words, paths are strings. `schema` rises when a key changes its meaning
or goes away; keys may be added without that.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime, timezone
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from drill.bank.schema import BankError, Problem
from drill.grading.report import CaseResult, Report
from drill.practice.results import (
    Aside,
    Attempt,
    Hint,
    Merged,
    NothingDue,
    ProblemRow,
    Recorded,
    Rerated,
    Restored,
    Revealed,
    Skipped,
    Started,
    Stats,
    Submission,
    Undone,
)

if TYPE_CHECKING:
    from drill.cli.diagnose import Check
    from drill.cli.many import Graded
    from drill.cli.render.setup import Row
    from drill.grading.verify import Verification
    from drill.practice.evidence import Calibration, Optimized
    from drill.practice.planning import PlanView
    from drill.practice.scorecard import Question, Scorecard, Standing
    from drill.practice.waiting import Waiting

SCHEMA = 1
Json = dict[str, Any]


def plain(value: Any) -> Any:
    """Records, times, paths and enumerations as what JSON knows."""
    if isinstance(value, Problem):
        return value.id
    if hasattr(value, "_asdict"):  # the practice layer's named tuples
        return {key: plain(item) for key, item in value._asdict().items()}
    if is_dataclass(value) or hasattr(value, "_fields"):
        return {name: plain(fact) for name, fact in _facts(value).items()}
    if isinstance(value, datetime):
        return value.astimezone(timezone.utc).isoformat(timespec="seconds").replace("+00:00", "Z")
    if isinstance(value, Enum):
        return value.name.lower()
    if isinstance(value, Path | date):
        return str(value)
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    return [plain(item) for item in value] if isinstance(value, tuple | list) else value


def _shape(**facts: Any) -> Json:
    return {"schema": SCHEMA, **plain(facts)}


def problem(found: Problem, page: Path | None = None) -> Json:
    keys = ("id", "title", "topic", "difficulty", "minutes", "frameworks", "prerequisites", "source")
    facts = {key: getattr(found, key) for key in (*keys, "statement", "starter", "figure")}
    return _shape(**facts, page=page)


def listing(rows: Sequence[ProblemRow]) -> Json:
    return _shape(problems=rows)


def started(start: Started) -> Json:
    return _shape(**_facts(start))


def nothing_due(answer: NothingDue) -> Json:
    return _shape(problem=None, **_facts(answer))


def skipped(skipped: Skipped) -> Json:
    return _shape(**_facts(skipped))


def ran(report: Report) -> Json:
    """`run`: the verdict, without what it means for the schedule."""
    return _shape(**_graded(report))


def submitted(report: Report, recorded: Recorded) -> Json:
    """`submit`: the verdict and what it means for the schedule."""
    rest = _facts(recorded)
    rest.pop("submission")
    return _shape(submission=recorded.submission, **_graded(report), **rest)


def replayed(old: Submission, report: Report, changes: Sequence[str]) -> Json:
    return _shape(submission=old.id, then=old.verdict, changes=changes, **_graded(report))


def rerated(changed: Rerated) -> Json:
    return _shape(**_facts(changed))


def hint(found: Hint) -> Json:
    return _shape(**_facts(found))


def why(last: Submission, report: Report, case: CaseResult | None, counted: bool) -> Json:
    return _shape(submission=last.id, case=case, diagnosis=report.diagnosis, counted=counted)


def revealed(revealed: Revealed) -> Json:
    return _shape(**_facts(revealed))


def stats(figures: Stats) -> Json:
    return _shape(**_facts(figures))


def plan(view: PlanView | None) -> Json:
    """`plan`: null where there is none."""
    return _shape(plan=view)


def interview(
    mock: Standing | None, questions: Sequence[Question] = (), card: Scorecard | None = None
) -> Json:
    return _shape(mock=mock, questions=questions, scorecard=card)


def waiting(found: Waiting) -> Json:
    return _shape(**found._asdict())


def reported(path: Path) -> Json:
    return _shape(path=path)


def merged(found: Merged) -> Json:
    return _shape(**found._asdict())


def backed_up(path: Path) -> Json:
    return _shape(path=path)


def calibration(found: Calibration) -> Json:
    return _shape(**found._asdict())


def optimized(found: Optimized) -> Json:
    return _shape(**found._asdict())


def defaults(changed: bool) -> Json:
    return _shape(changed=changed)


def history(attempts: Sequence[Attempt]) -> Json:
    return _shape(attempts=attempts)


def undone(undone: Undone) -> Json:
    return _shape(**_facts(undone))


def asides(found: Sequence[Aside]) -> Json:
    return _shape(asides=found)


def restored(restored: Restored) -> Json:
    return _shape(**_facts(restored))


def graded(row: Graded) -> Json:
    """`grade`: one line a file."""
    return _shape(**_facts(row))


def verification(found: Verification, errors: Sequence[BankError], on_disk: int, good: bool) -> Json:
    problems = [
        {**_facts(each), "surprises": each.surprises, "warnings": each.warnings} for each in found.problems
    ]
    broken = [str(error) for error in errors]
    return _shape(
        ok=good, on_disk=on_disk, problems=problems, broken=broken, missing=found.missing, notes=found.notes
    )


def scaffolded(problem_id: str, files: Sequence[Path]) -> Json:
    return _shape(problem=problem_id, files=files)


def doctor(checks: Sequence[Check]) -> Json:
    return _shape(checks=checks)


def warm(hosts: Sequence[Mapping[str, Any]], stopped: bool) -> Json:
    return _shape(hosts=hosts, stopped=stopped)


def config(rows: Sequence[Row], path: Path) -> Json:
    return _shape(path=path, settings=rows)


def _graded(report: Report) -> Json:
    keys = ("problem", "framework", "device", "verdict", "accepted", "cases", "diagnosis", "seed", "bank")
    facts = {key: getattr(report, key) for key in (*keys, "versions", "isolated", "notes")}
    return {**facts, "grading_seconds": report.seconds}


def _facts(record: Any) -> Json:
    """The fields of a dataclass or a named tuple."""
    names = getattr(record, "_fields", None) or [field.name for field in fields(record)]
    return {name: getattr(record, name) for name in names}
