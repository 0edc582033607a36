"""What a bank holds, without reading every file of it: one index file per bank, in the cache folder.

What a YAML file says is taken from the index while its size and change time are the recorded ones (and it had
been left alone for a while when they were recorded), or else while its content is. Broken files are never
recorded, so that mending them, or what is missing beside them, is noticed. The index may be missing, damaged
or impossible to write: that costs time and nothing else.
"""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from drill import __version__
from drill.bank.schema import BankError, BankErrors, Summary

_FORMAT = 1
_TOPICS = "topics.yaml"
_SETTLED_NS = 2_000_000_000  # some file systems tell times apart no better

# By name relative to `problems/`: size, change time in ns, SHA-256, what the file says.
_Rows = dict[str, list[Any]]


@dataclass(slots=True)
class Part:
    """One bank's share of all problems; `topics` in teaching order."""

    summaries: list[Summary] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)
    errors: list[BankError] = field(default_factory=list)


def read_bank(root: Path, cache: Path) -> Part:
    """The bank in `root` (an absolute path)."""
    part = Part()
    file = cache / f"bank-{zlib.crc32(os.fsencode(root)):08x}.json"
    old, written_ns = _read_index(file, root)
    rows: _Rows = {}
    changed = False
    for name, entry in _scan(root, part.errors):
        row = old.get(name)
        try:
            stat = entry.stat()
            if row and row[:2] == [stat.st_size, stat.st_ctime_ns] and row[1] + _SETTLED_NS < written_ns:
                rows[name] = row
                continue
            changed = True
            rows[name] = [stat.st_size, stat.st_ctime_ns, *_read_again(root, name, Path(entry.path), row)]
        except BankErrors as errors:
            part.errors += errors.errors
        except OSError as error:
            part.errors.append(BankError(Path(entry.path), None, "", f"cannot be read: {error.strerror}"))
    if changed or rows.keys() != old.keys():
        _write_index(file, root, rows)
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
        if entry.is_dir():
            try:
                files = _listed(entry)
            except OSError as error:
                errors.append(BankError(Path(entry.path), None, "", f"cannot be read: {error.strerror}"))
                continue
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
        path=root / "problems" / topic / file,
        digest=row[2],
    )


def _read_index(file: Path, root: Path) -> tuple[_Rows, int]:
    """The recorded rows and when they were written; none where the file is damaged or not this bank's."""
    try:
        with file.open("rb") as stream:
            checksum, data = stream.readline(), stream.read()
            written_ns = os.fstat(stream.fileno()).st_mtime_ns
        if int(checksum, 16) != zlib.crc32(data):
            return {}, 0
        content = json.loads(data)
    except (OSError, ValueError):
        return {}, 0
    rows: _Rows = content["rows"]
    return (rows, written_ns) if content["for"] == _for(root) else ({}, 0)


def _write_index(file: Path, root: Path, rows: _Rows) -> None:
    """Whole or not at all: a reader never sees half of it, two writers leave one of theirs."""
    data = json.dumps({"for": _for(root), "rows": rows}).encode()
    draft = file.with_suffix(f".{os.getpid()}")
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            draft.write_bytes(b"%08x\n" % zlib.crc32(data) + data)
            draft.replace(file)
        finally:
            draft.unlink(missing_ok=True)


def _for(root: Path) -> list[Any]:
    return [_FORMAT, __version__, str(root)]
