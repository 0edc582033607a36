"""YAML text to a bounded tree of plain values that know their lines.

Built from the parser's events, because the loader has to name the line of every error and must survive any
file. Read are one document's mappings, lists and plain values. Not read are anchors, aliases and tags: a file
can therefore not unfold into more than it shows. Plain scalars follow YAML 1.2, so `1e-6` is a number, `010`
is ten and a date is text; `yes`, `no`, `on` and `off`, which mean different things to different readers, are
refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Union

MAX_BYTES = 1 << 20
MAX_DEPTH = 24
MAX_NODES = 20_000
_LONGEST_NUMBER = 60  # beyond it digits are text: reading a huge int takes quadratic time

_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_INTEGER = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_SPECIAL = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
_AMBIGUOUS = ("yes", "no", "on", "off")


@dataclass(frozen=True, slots=True)
class Broken:
    """Stands where a value cannot be read; the loader reports it under its key."""

    message: str


Value = Union[None, bool, int, float, str, Broken, "tuple[Node, ...]", "dict[str, Node]"]


@dataclass(frozen=True, slots=True)
class Node:
    """A value, the line it starts on (a mapping's value: its key's line), both counted from 1.

    `text_line` is the line of the first character of a literal block (`|`), else None.
    """

    value: Value
    line: int
    text_line: int | None = None


class Unreadable(Exception):
    """Not YAML, or more of it than a problem file may hold."""

    def __init__(self, message: str, line: int | None) -> None:
        super().__init__(message)
        self.message = message
        self.line = line


def parse(data: bytes) -> Node:
    """The only document of `data`. Raises Unreadable, and nothing else, whatever the bytes are."""
    if len(data) > MAX_BYTES:
        raise Unreadable(f"larger than {MAX_BYTES >> 10} KiB", None)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable("not UTF-8 text", data.count(b"\n", 0, error.start) + 1) from None
    import yaml  # late: most commands find all they need in the index

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return _Builder(yaml.parse(text, Loader=loader)).document()
    except yaml.YAMLError as error:
        raise Unreadable(*_syntax_error(error, text)) from None


class _Builder:
    def __init__(self, events: Iterator[Any]) -> None:
        self._events = events
        self._nodes = 0

    def document(self) -> Node:
        self._next()  # the stream's start
        if type(self._next()).__name__ == "StreamEndEvent":
            raise Unreadable("the file is empty", None)
        node = self._node(self._next(), 0)
        self._next()  # the document's end
        after = self._next()
        if type(after).__name__ != "StreamEndEvent":
            raise Unreadable("a second document starts here", _line(after))
        return node

    def _next(self) -> Any:
        return next(self._events)

    def _node(self, event: Any, depth: int, line: int | None = None) -> Node:
        line = line or _line(event)
        self._nodes += 1
        if self._nodes > MAX_NODES:
            raise Unreadable(f"more than {MAX_NODES} values", line)
        if depth > MAX_DEPTH:
            raise Unreadable(f"nested more than {MAX_DEPTH} deep", line)
        kind = type(event).__name__
        if kind == "AliasEvent":
            return Node(Broken(f"aliases (*{event.anchor}) are not read; write the value out"), line)
        value: Value
        if kind == "ScalarEvent":
            value = _scalar(event)
        elif kind == "SequenceStartEvent":
            value = self._sequence(depth)
        else:
            value = self._mapping(depth)
        if event.tag is not None:
            value = Broken(f"tags ({event.tag!r}) are not read")
        return Node(value, line, _line(event) + 1 if getattr(event, "style", None) == "|" else None)

    def _sequence(self, depth: int) -> tuple[Node, ...]:
        nodes = []
        while type(event := self._next()).__name__ != "SequenceEndEvent":
            nodes.append(self._node(event, depth + 1))
        return tuple(nodes)

    def _mapping(self, depth: int) -> dict[str, Node]:
        nodes: dict[str, Node] = {}
        while type(key := self._next()).__name__ != "MappingEndEvent":
            if type(key).__name__ != "ScalarEvent" or key.tag is not None:
                raise Unreadable("a key must be plain text", _line(key))
            node = self._node(self._next(), depth + 1, _line(key))
            if first := nodes.get(key.value):
                node = Node(Broken(f"given twice, first on line {first.line}"), node.line)
            nodes[key.value] = node
        return nodes


def _line(event: Any) -> int:
    line: int = event.start_mark.line
    return line + 1


def _scalar(event: Any) -> Value:
    text: str = event.value
    if event.style:  # quoted or a block
        return text
    if text in _WORDS:
        return _WORDS[text]
    if text.lower() in _AMBIGUOUS:
        return Broken(f"{text} is ambiguous in YAML: write true or false, or put it in quotes")
    if len(text) > _LONGEST_NUMBER:
        return text
    if _INTEGER.fullmatch(text):
        return int(text)
    if _FLOAT.fullmatch(text):
        return float(text)
    if _SPECIAL.fullmatch(text):
        return float(text.replace(".", ""))
    return text


def _syntax_error(error: Any, text: str) -> tuple[str, int | None]:
    """One line that says what the parser said, and where."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is not None:
        said = ", ".join(part for part in (error.context, error.problem) if part)
        return f"not YAML: {said}", mark.line + 1
    character = chr(error.character)  # one that YAML does not allow: no mark, and its position is in bytes
    return f"not YAML: the character {character!r}", text.count("\n", 0, text.find(character)) + 1
