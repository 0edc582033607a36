"""A runner's replies, read as the hostile data they are: FrameError for anything but what `child` sends."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from drill.runner.calls import CallResult, Frame, LoadFailed, Outcome, Program, Raised
from drill.runner.exchange import Answer, printable
from drill.runner.frames import FrameError
from drill.runner.wire import Array

MAX_TEXT = 4000  # characters of a message
MAX_NAME = 200
MAX_ENTRIES = 200  # of any list of names or frames

_OUT_OF_MEMORY = (
    "can't allocate memory",
    "not enough memory",
    "CUDA out of memory",
    "MPS backend out of memory",
)


def call_result(reply: Any, inputs: Mapping[str, Any], program: Program, answer: Answer) -> CallResult:
    """What a call came to, from a decoded reply. Raises FrameError."""
    outcome = _text(_fields(reply), "outcome")
    value: Any = None
    after: dict[str, Any] | None = None
    raised: Raised | None = None
    detail = ""
    found: Outcome
    if outcome == "returned":
        found = "returned"
        value, after = _field(reply, "value"), _after(_field(reply, "changed"), inputs, program.framework)
    elif outcome == "raised":
        raised = _raised(reply, program.source)
        found = "memory limit" if out_of_memory(raised) else "raised"
    elif outcome in ("output limit", "forbidden"):
        found = "output limit" if outcome == "output limit" else "forbidden"
        detail = _text(reply, "detail")
    else:
        raise FrameError(f"an unknown outcome {outcome[:20]!r}")
    return CallResult(found, value, after, raised, answer.printed, answer.wall, answer.cpu, detail)


def load_failed(reply: Any, source: str) -> LoadFailed | None:
    """Why the submission did not load; None when it did. Raises FrameError."""
    outcome = _text(_fields(reply), "outcome")
    if outcome == "loaded":
        return None
    if outcome == "missing":
        defined = _names(_field(reply, "defined"))
        return LoadFailed("missing", "missing", _text(reply, "message"), defined=defined)
    if outcome == "forbidden":
        return LoadFailed("forbidden", "forbidden", _text(reply, "detail"))
    if outcome not in ("syntax", "raised"):
        raise FrameError(f"an unknown outcome {outcome[:20]!r}")
    raised = _raised(reply, source)
    if out_of_memory(raised):
        return LoadFailed("memory limit", "memory limit", "ran out of memory while loading")
    line = _line(_field(reply, "line"), source)
    if line is None and raised.frames:
        line = raised.frames[-1].line
    return LoadFailed(outcome, raised.type_name, raised.message, line, raised.frames)


def out_of_memory(raised: Raised) -> bool:
    """NumPy and Python say MemoryError; torch a RuntimeError."""
    return "MemoryError" in raised.mro or (
        "RuntimeError" in raised.mro and any(phrase in raised.message for phrase in _OUT_OF_MEMORY)
    )


def _after(changed: Any, inputs: Mapping[str, Any], framework: str) -> dict[str, Any]:
    """The inputs as they are afterwards: those that are as they were do not travel back."""
    if not _fields(changed).keys() <= inputs.keys():
        raise FrameError("an input that was not given")
    unchanged = {name: _tree(value, framework) for name, value in inputs.items() if name not in changed}
    return {name: changed[name] if name in changed else unchanged[name] for name in inputs}


def _tree(value: Any, framework: str) -> Any:
    """An input as it would come back."""
    if isinstance(value, np.ndarray):
        return Array(value, framework, False)
    if isinstance(value, dict):
        return {key: _tree(item, framework) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return type(value)([_tree(item, framework) for item in value])
    return value


def _raised(reply: dict[str, Any], source: str) -> Raised:
    return Raised(
        _text(reply, "type", MAX_NAME),
        _names(_field(reply, "mro")),
        _text(reply, "message"),
        _frames(_field(reply, "frames"), _lines(source)),
    )


def _frames(rows: Any, lines: list[str]) -> tuple[Frame, ...]:
    found = []
    for row in _list(rows):
        if type(row) is not dict or type(row.get("line")) is not int:
            raise FrameError("a frame without a line")
        if not 0 < row["line"] <= len(lines):  # of text that the submission compiled under the file's name
            continue
        source = lines[row["line"] - 1].strip()[:MAX_NAME]
        function = _text(row, "function", MAX_NAME)
        found.append(Frame(row["line"], function, source, _names(_field(row, "locals"))))
    return tuple(found)


def _line(line: Any, source: str) -> int | None:
    return line if type(line) is int and 0 < line <= len(_lines(source)) else None


def _lines(source: str) -> list[str]:
    """As Python counts them; `splitlines` also splits at form feeds and the like."""
    return source.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _fields(reply: Any) -> dict[str, Any]:
    if type(reply) is not dict:
        raise FrameError("no record")
    return reply


def _field(reply: dict[str, Any], name: str) -> Any:
    if name not in reply:
        raise FrameError(f"a record without {name}")
    return reply[name]


def _text(reply: dict[str, Any], name: str, limit: int = MAX_TEXT) -> str:
    text = reply.get(name)
    if type(text) is not str:
        raise FrameError(f"a record without {name}")
    return printable(text[:limit])


def _names(values: Any) -> tuple[str, ...]:
    return tuple(_text({"name": value}, "name", MAX_NAME) for value in _list(values))


def _list(values: Any) -> list[Any]:
    if type(values) is not list or len(values) > MAX_ENTRIES:
        raise FrameError("no short list")
    return values
