"""Whole problems kept as JSON, so that showing one costs neither the YAML parser nor the checks again.

A kept problem is used while no file of it has changed size or change time, none is new and none is gone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from drill.bank import cache as caching
from drill.bank.files import grader_files, grader_folder
from drill.bank.schema import Case, Equivalent, Figure, Followup, Limits, Mistake, Problem, Speed, Tolerance


def whole_problem(path: Path, root: Path, cache: Path) -> Problem:
    """As `load_problem(path, root)`, sooner the second time. Raises BankErrors."""
    state = _state(path, root)
    file = caching.cache_file(cache, "problem", path)
    content, written_ns = caching.read(file, path)
    if state and content and content["state"] == state and _settled(state, written_ns):
        return _from_plain(content["problem"], path, root)
    from drill.bank.load import load_problem  # late: this is what is saved

    problem = load_problem(path, root)
    caching.write(file, path, {"state": state, "problem": _to_plain(problem)})
    return problem


def _state(path: Path, root: Path) -> list[list[Any]]:
    """Name, size and change time of every file of the problem; nothing where that cannot be told."""
    try:
        stats = [("", path.stat())]
        stats += [(name, entry.stat()) for name, entry in grader_files(grader_folder(root, path))]
    except OSError:
        return []
    return [[name, stat.st_size, stat.st_ctime_ns] for name, stat in stats]


def _settled(state: list[list[Any]], written_ns: int) -> bool:
    return all(changed_ns + caching.SETTLED_NS < written_ns for _, _, changed_ns in state)


def _to_plain(problem: Problem) -> dict[str, Any]:
    plain = asdict(problem)
    del plain["root"], plain["path"]
    return plain


def _from_plain(plain: dict[str, Any], path: Path, root: Path) -> Problem:
    values = _tuples(plain)
    values["cases"] = tuple(
        Case(**{**case, "tolerance": _tolerances(case["tolerance"])}) for case in values["cases"]
    )
    values["tolerance"] = _tolerances(values["tolerance"])
    values["limits"] = Limits(**values["limits"])
    values["figure"] = Figure(**values["figure"]) if values["figure"] else None
    values["speed"] = Speed(**values["speed"]) if values["speed"] else None
    for name, kind in (("mistakes", Mistake), ("followups", Followup), ("equivalent", Equivalent)):
        values[name] = tuple(kind(**item) for item in values[name])
    return Problem(**values, path=path, root=root)


def _tolerances(plain: Mapping[str, Any]) -> dict[str, Tolerance]:
    return {name: Tolerance(**tolerance) for name, tolerance in plain.items()}


def _tuples(value: Any) -> Any:
    """JSON's lists as the tuples they were."""
    if isinstance(value, list):
        return tuple(map(_tuples, value))
    if isinstance(value, dict):
        return {name: _tuples(item) for name, item in value.items()}
    return value
