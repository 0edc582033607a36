"""One problem file, read whole and checked: a `Problem`, or every error in it at once.

Checked here is what the files say by themselves: keys, types, ranges, names that must agree, code that must
parse, files that must be there. What has to be run to be known is `drill verify`'s.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from drill.bank import code
from drill.bank.check import At, Errors, Invalid, gather, many
from drill.bank.files import grader_files, grader_folder
from drill.bank.keys import PROBLEM, topic_name
from drill.bank.schema import BankError, BankErrors, Problem
from drill.bank.tree import MAX_BYTES, Unreadable, parse


def load_problem(path: Path, root: Path) -> Problem:
    """The problem in `root/problems/<topic>/<id>.yaml`. Raises BankErrors with every error of it."""
    data = read_file(path)
    errors = Errors(path)
    values, children = _values(data, errors)
    _check_place(values, children, path)
    _check_cases(values, children)
    code.check(values, children)
    folder = grader_folder(root, path)
    files = _grader_files(folder, values, errors)
    if "cases.py" in files:
        code.check_arguments(folder / "cases.py", files["cases.py"], children, errors)
    if "figure" in values:
        _check_figure(folder, values["figure"].svg, files, errors)
    if errors.found:
        raise BankErrors(tuple(sorted(errors.found, key=lambda error: (error.path != path, error.line or 0))))
    dtype_rtol, tolerance = values.pop("tolerance", ({}, {}))
    return Problem(
        **values,
        root=root,
        path=path,
        digest=_digest({path.name: data, **files}),
        dtype_rtol=dtype_rtol,
        tolerance=tolerance,
    )


def load_topics(path: Path) -> tuple[str, ...]:
    """`problems/topics.yaml`: the topics in teaching order. Raises BankErrors."""
    errors = Errors(path)
    try:
        return many(topic_name, unique=str)(At(parse(read_file(path)), "", errors))
    except Unreadable as error:
        errors.add(error.line, "", error.message)
    except Invalid:
        pass
    raise BankErrors(tuple(errors.found))


def read_file(path: Path) -> bytes:
    """The bytes of a regular file, or of its first mebibyte and one more. Raises BankErrors."""
    try:
        if path.is_file():
            with path.open("rb") as stream:
                return stream.read(MAX_BYTES + 1)
        message = "is not a file" if path.exists() else "does not exist"
    except OSError as error:
        message = f"cannot be read: {error.strerror}"
    raise BankErrors((BankError(path, None, "", message),))


def _values(data: bytes, errors: Errors) -> tuple[dict[str, Any], dict[str, At]]:
    """What could be read, by key, and where each key stands."""
    try:
        at = At(parse(data), "", errors)
        return gather(at, PROBLEM), dict(at.items())
    except Unreadable as error:
        errors.add(error.line, "", error.message)
    except Invalid:
        pass
    return {}, {}


def _check_place(values: dict[str, Any], children: dict[str, At], path: Path) -> None:
    """A problem is found by its place, so its place and its words must agree."""
    if values.get("id", path.stem) != path.stem:
        children["id"].wrong(f"{values['id']!r} differs from the file's name, {path.stem!r}")
    if values.get("topic", path.parent.name) != path.parent.name:
        children["topic"].wrong(f"{values['topic']!r} differs from the folder's name, {path.parent.name!r}")
    if path.stem in values.get("prerequisites", ()):
        children["prerequisites"].wrong("a problem cannot be its own prerequisite")


def _check_cases(values: dict[str, Any], children: dict[str, At]) -> None:
    cases = values.get("cases")
    if cases is None:
        return
    if all(case.visible for case in cases) or not any(case.visible for case in cases):
        children["cases"].wrong("at least one visible and one hidden case expected")
    for case, at in zip(cases, children["cases"].elements(), strict=True):
        for framework in case.frameworks:
            if framework not in values.get("frameworks", (framework,)):
                at.wrong(f"{framework} is not among the problem's frameworks")


def _grader_files(folder: Path, values: dict[str, Any], errors: Errors) -> dict[str, bytes]:
    """Every file of the grader folder by its relative name."""
    needed = ["cases.py", *(f"reference_{framework}.py" for framework in values.get("frameworks", ()))]
    files: dict[str, bytes] = {}
    try:
        files = {name: Path(entry.path).read_bytes() for name, entry in grader_files(folder)}
    except FileNotFoundError:
        errors.add(None, "", f"the folder {folder} is missing, with {', '.join(needed)} in it")
    except OSError as error:
        errors.add(None, "", f"{error.filename} cannot be read: {error.strerror}")
    else:
        for name in needed:
            if name not in files:
                errors.add(None, "", f"the file {folder / name} is missing")
    return files


def _check_figure(folder: Path, name: str, files: dict[str, bytes], errors: Errors) -> None:
    if name not in files:
        errors.add(None, "figure", f"the file {folder / name} is missing")
        return
    from drill.bank.drawing import faults  # late: few problems have one

    errors.found += [BankError(folder / name, line, "", message) for line, message in faults(files[name])]


def _digest(files: dict[str, bytes]) -> str:
    """SHA-256 over names and contents, in hexadecimal."""
    from hashlib import sha256  # late: it loads OpenSSL

    total = sha256()
    for name, data in sorted(files.items()):
        total.update(os.fsencode(f"{name}\0{len(data)}\0"))
        total.update(data)
    return total.hexdigest()
