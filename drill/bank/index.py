"""What a bank holds, without reading every file of it: one index file per bank, in the cache folder.

What a YAML file says is taken from the index while its size and change time are the recorded ones (and it had
been left alone for a while when they were recorded), or else while its content is. Broken files are never
recorded, so that mending them, or what is missing beside them, is noticed. What changes in a grader folder is
noticed by whoever reads the whole problem.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from drill.bank import cache as caching
from drill.bank.schema import BankError, BankErrors, Summary

_TOPICS = "topics.yaml"
TRACKS = "tracks"  # the folder that `drill.bank.tracks` reads

# By name relative to `problems/`: size, change time in ns, SHA-256, what the file says.
_Rows = dict[str, list[Any]]


@dataclass(slots=True)
class Part:
    """One bank's share of all problems; `topics` in teaching order."""

    summaries: list[Summary] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)
    errors: list[BankError] = field(default_factory=list)
    broken: dict[str, tuple[BankError, ...]] = field(default_factory=dict)  # those of `errors` by problem


def read_bank(root: Path, cache: Path) -> Part:
    """The bank in `root` (an absolute path)."""
    part = Part()
    file = caching.cache_file(cache, "bank", root)
    content, written_ns = caching.read(file, root)
    old: _Rows = content or {}
    rows: _Rows = {}
    changed = False
    for name, entry in _scan(root, part.errors):
        row = old.get(name)
        try:
            stat = entry.stat()
            state = [stat.st_size, stat.st_ctime_ns]
            if row and row[:2] == state and stat.st_ctime_ns + caching.SETTLED_NS < written_ns:
                rows[name] = row
            else:
                rows[name] = [*state, *_read_again(root, name, Path(entry.path), row)]
                changed = True
        except BankErrors as errors:
            part.errors += errors.errors
            part.broken[Path(name).stem] = errors.errors
        except OSError as error:
            part.errors.append(_unreadable(entry, error))
    if changed or rows.keys() != old.keys():
        caching.write(file, root, rows)
    part.topics += rows.pop(_TOPICS)[3] if _TOPICS in rows else []
    part.summaries += [_summary(root, name, row) for name, row in rows.items()]
    return part


def _scan(root: Path, errors: list[BankError]) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """The YAML files of a bank by name: `topics.yaml` and `<topic>/<id>.yaml`."""
    folder = root / "problems"
    try:
        top = _listed(folder)
    except OSError as error:
        errors.append(BankError(root, None, "", f"is not a bank: its folder problems: {error.strerror}"))
        return
    for entry in top:
        if entry.name == TRACKS:
            continue
        try:
            files = _listed(entry) if entry.is_dir() else None
        except OSError as error:
            errors.append(_unreadable(entry, error))
            continue
        if files is not None:
            topic = entry.name
            yield from ((f"{topic}/{file.name}", file) for file in files if _is_problem(file, errors))
        elif entry.name == _TOPICS:
            yield _TOPICS, entry
        elif entry.name.endswith((".yaml", ".yml")):
            errors.append(
                BankError(Path(entry.path), None, "", "a problem belongs in the folder of its topic")
            )


def _listed(folder: Path | os.DirEntry[str]) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        return sorted((e for e in entries if not e.name.startswith(".")), key=lambda entry: entry.name)


def _is_problem(file: os.DirEntry[str], errors: list[BankError]) -> bool:
    if file.name.endswith(".yml"):
        errors.append(BankError(Path(file.path), None, "", "the name must end in .yaml"))
    return file.name.endswith(".yaml")


def _unreadable(entry: os.DirEntry[str], error: OSError) -> BankError:
    return BankError(Path(entry.path), None, "", f"cannot be read: {error.strerror}")


def _read_again(root: Path, name: str, path: Path, row: list[Any] | None) -> list[Any]:
    """Digest and content of one file. Raises BankErrors."""
    from hashlib import sha256  # late: a full index needs neither this nor the loader

    from drill.bank.load import load_problem, load_topics, read_file

    digest = sha256(read_file(path)).hexdigest()
    if row and row[2] == digest:
        return [digest, row[3]]
    if name == _TOPICS:
        return [digest, load_topics(path)]
    problem = load_problem(path, root)
    return [
        digest,
        [problem.title, problem.difficulty, problem.minutes, problem.frameworks, problem.prerequisites],
    ]


def _summary(root: Path, name: str, row: list[Any]) -> Summary:
    topic, _, file = name.partition("/")
    title, difficulty, minutes, frameworks, prerequisites = row[3]
    return Summary(
        id=file.removesuffix(".yaml"),
        title=title,
        topic=topic,
        difficulty=difficulty,
        minutes=minutes,
        frameworks=tuple(frameworks),
        prerequisites=tuple(prerequisites),
        root=root,
        digest=row[2],
    )
