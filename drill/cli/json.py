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
from typing import Any

from drill.bank.schema import Problem
from drill.grading.report import Report
from drill.practice.results import NothingDue, ProblemRow, Recorded, Skipped, Started

SCHEMA = 1
Json = dict[str, Any]


def plain(value: Any) -> Any:
    """Dataclasses, times, paths and enumerations as what JSON knows."""
    if isinstance(value, Problem):
        return value.id
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
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


def problem(found: Problem) -> Json:
    keys = ("id", "title", "topic", "difficulty", "minutes", "frameworks", "prerequisites", "source")
    return _shape(
        **{key: getattr(found, key) for key in keys}, statement=found.statement, starter=found.starter
    )


def listing(rows: Sequence[ProblemRow]) -> Json:
    return _shape(problems=rows)


def started(start: Started) -> Json:
    return _shape(**_fields(start))


def nothing_due(answer: NothingDue) -> Json:
    return _shape(problem=None, **_fields(answer))


def skipped(skipped: Skipped) -> Json:
    return _shape(**_fields(skipped))


def ran(report: Report) -> Json:
    """`run`: the verdict, without what it means for the schedule."""
    return _shape(**_graded(report))


def submitted(report: Report, recorded: Recorded) -> Json:
    """`submit`: the verdict and what it means for the schedule."""
    rest = _fields(recorded)
    rest.pop("submission")
    return _shape(submission=recorded.submission, **_graded(report), **rest)


def _graded(report: Report) -> Json:
    keys = ("problem", "framework", "device", "verdict", "accepted", "cases", "diagnosis", "seed", "bank")
    return {key: getattr(report, key) for key in (*keys, "versions", "isolated", "notes")}


def _fields(value: Any) -> Json:
    return {field.name: getattr(value, field.name) for field in fields(value)}
